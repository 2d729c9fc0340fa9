package org.macroedge.server.cli.page;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;

/// Times as a reader in a zone writes them.
public record Times(ZoneId zone) {

    private static final int HOURS_A_DAY = 24;

    /// `Fri  3 Sep 14:30`, with the year where it is not that of the answer, and with seconds where there are any.
    public String instant(Instant instant, Instant asOf) {
        ZonedDateTime time = instant.atZone(zone);
        String year = time.getYear() == asOf.atZone(zone).getYear() ? "" : " " + time.getYear();
        return day(time.toLocalDate()) + year + " " + clock(time);
    }

    /// `Fri 3 Sep`, with the year where it is not that of the answer.
    public String weekday(Instant instant, Instant asOf) {
        return weekday(instant.atZone(zone).getDayOfWeek()) + " " + day(instant, asOf);
    }

    /// `14:30`, with seconds where there are any.
    public String clock(Instant instant) {
        return clock(instant.atZone(zone));
    }

    /// `3 Sep`, with the year where it is not that of the answer.
    public String day(Instant instant, Instant asOf) {
        ZonedDateTime time = instant.atZone(zone);
        String year = time.getYear() == asOf.atZone(zone).getYear() ? "" : " " + time.getYear();
        return time.getDayOfMonth() + " " + month(time.getMonth()) + year;
    }

    /// `Fri 3 Sep 2021 14:30:00`.
    public String full(Instant instant) {
        ZonedDateTime time = instant.atZone(zone);
        return String.format(
                Locale.ROOT,
                "%s %02d:%02d:%02d",
                fullDay(time.toLocalDate()),
                time.getHour(),
                time.getMinute(),
                time.getSecond());
    }

    /// `Fri 3 Sep 2021`.
    public static String fullDay(LocalDate date) {
        return weekday(date.getDayOfWeek()) + " " + dayAndYear(date);
    }

    private static String dayAndYear(LocalDate date) {
        return date.getDayOfMonth() + " " + month(date.getMonth()) + " " + date.getYear();
    }

    /// The trading date of a daily close, which is the same for every reader.
    public static String close(Instant close) {
        return fullDay(closeDate(close));
    }

    /// The trading date of a daily close without its weekday.
    public static String closeDay(Instant close) {
        return dayAndYear(closeDate(close));
    }

    private static LocalDate closeDate(Instant close) {
        return close.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /// The zone's name; of a zone that is an offset, with `UTC` before it.
    public String name() {
        String id = zone.getId();
        return id.equals("Z") || id.equals("Etc/UTC")
                ? "UTC"
                : id.startsWith("+") || id.startsWith("-") ? "UTC" + id : id;
    }

    /// `30 min`, `4 h`, `36 d`.
    public static String age(Instant from, Instant to) {
        Duration age = Duration.between(from, to);
        if (age.toHours() < 1) {
            return Math.max(0, age.toMinutes()) + " min";
        }
        return age.toHours() < HOURS_A_DAY ? age.toHours() + " h" : age.toDays() + " d";
    }

    private static String day(LocalDate date) {
        return String.format(
                Locale.ROOT, "%s %2d %s", weekday(date.getDayOfWeek()), date.getDayOfMonth(), month(date.getMonth()));
    }

    private static String clock(ZonedDateTime time) {
        String minutes = String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
        return time.getSecond() == 0 ? minutes : String.format(Locale.ROOT, "%s:%02d", minutes, time.getSecond());
    }

    private static String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    private static String month(Month month) {
        return month.name().charAt(0) + month.name().substring(1, 3).toLowerCase(Locale.ROOT);
    }
}
