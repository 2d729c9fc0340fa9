package org.macroedge.server.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;

/// Reads and checks the times that users write, in requests and on the command line alike.
///
/// A time is written as ISO 8601 has it: a date, a time of day with or without seconds and their fraction, and `Z` or
/// an offset. A blank may stand for the `T`, as databases and notebooks print it, and for the `+` of an offset, which
/// a client that does not encode it sends as a blank. A date alone is a day in UTC: its start where a period starts,
/// its end everywhere else.
public final class Instants {

    /// The longest text of an instant, with a fraction of nanoseconds and an offset.
    public static final int LONGEST = 35;

    /// 29 February of the leap years from 1900 to 2099.
    private static final String LEAP_DAY =
            "(?:19(?:0[48]|[2468][048]|[13579][26])|20(?:[02468][048]|[13579][26]))-02-29";

    /// A day that exists, in a year from 1900 to 2099.
    private static final String DAY = "(?:" + LEAP_DAY + "|(?:19|20)[0-9]{2}-(?:"
            + "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
            + "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
            + "|02-(?:0[1-9]|1[0-9]|2[0-8])))";

    /// The forms of a time, in a year from 1900 to 2099. The years are those of imports: no calendar has a release in
    /// another one.
    public static final String PATTERN = "^(" + DAY + ")"
            + "([T ]((?:[01][0-9]|2[0-3]):[0-5][0-9])(:[0-5][0-9](?:\\.[0-9]{1,9})?)?"
            + "(Z|[+ -](?:0[0-9]|1[0-7])(?::?[0-5][0-9])?))?$";

    private static final Pattern FORM = Pattern.compile(PATTERN);
    private static final Pattern OTHER_YEAR = Pattern.compile("[+-]?[0-9]{1,10}-[0-9]{2}-[0-9]{2}([T ].*)?");

    private static final int DATE = 1;
    private static final int CLOCK = 2;
    private static final int MINUTES = 3;
    private static final int SECONDS = 4;
    private static final int OFFSET = 5;

    private Instants() {}

    /// Reads the start of a period; null gives null. A date alone is the start of that day in UTC.
    ///
    /// @param name of the parameter or option, for the message
    /// @throws MacroEdgeException with `invalid-instant`
    public static @Nullable Instant readStart(String name, @Nullable String text) {
        return text == null ? null : parse(name, text, false);
    }

    /// Reads any other time; null gives null. A date alone is the end of that day in UTC, its last microsecond.
    ///
    /// @param name of the parameter or option, for the message
    /// @throws MacroEdgeException with `invalid-instant`
    public static @Nullable Instant read(String name, @Nullable String text) {
        return text == null ? null : parse(name, text, true);
    }

    /// Reads a market time: as [#read], in whole seconds. A finer one is floored, which uses nothing later.
    ///
    /// @param name of the parameter or option, for the message
    /// @throws MacroEdgeException with `invalid-instant`
    public static @Nullable Instant readMarketTime(String name, @Nullable String text) {
        return text == null ? null : parse(name, text, true).truncatedTo(ChronoUnit.SECONDS);
    }

    /// Whether a text is a date alone.
    public static boolean isDate(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() && form.group(CLOCK) == null;
    }

    private static Instant parse(String name, String text, boolean end) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw text.length() <= LONGEST && OTHER_YEAR.matcher(text).matches()
                    ? outside(name, text)
                    : invalid(name, text);
        }
        return form.group(CLOCK) == null ? day(form, end) : instant(form);
    }

    private static Instant day(Matcher form, boolean end) {
        LocalDate date = LocalDate.parse(form.group(DATE));
        return end ? startOf(date.plusDays(1)).minus(Duration.of(1, ChronoUnit.MICROS)) : startOf(date);
    }

    private static Instant startOf(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instant instant(Matcher form) {
        String seconds = form.group(SECONDS) == null ? ":00" : form.group(SECONDS);
        return OffsetDateTime.parse(form.group(DATE) + "T" + form.group(MINUTES) + seconds + offset(form.group(OFFSET)))
                .toInstant();
    }

    /// `+02`, `+0200` and ` 02:00` as `+02:00`.
    private static String offset(String text) {
        if (text.equals("Z")) {
            return text;
        }
        String digits = text.substring(1).replace(":", "");
        return (text.charAt(0) == '-' ? "-" : "+") + digits.substring(0, 2) + ":"
                + (digits.length() > 2 ? digits.substring(2) : "00");
    }

    private static MacroEdgeException outside(String name, String text) {
        if (text.startsWith("19") || text.startsWith("20")) {
            return invalid(name, text);
        }
        return TimeProblem.YEAR_OUT_OF_RANGE.exception(name, ShownText.of(text));
    }

    /// The failure of a text that is not an instant.
    ///
    /// @param name of the parameter or option
    public static MacroEdgeException invalid(String name, String text) {
        return TimeProblem.NOT_A_TIME.exception(name, ShownText.of(text));
    }

    /// Checks that an answer can be given as of an instant.
    ///
    /// @throws MacroEdgeException with `as-of-in-future` if it is after now
    public static void checkAsOf(Instant asOf, Instant now) {
        if (asOf.isAfter(now)) {
            throw TimeProblem.AS_OF_IN_FUTURE.exception(asOf);
        }
    }

    /// Checks that a question can be answered from what was stored at a record time.
    ///
    /// @param latest the latest record time of the store, which is after the clock where the clock was set back
    /// @throws MacroEdgeException with `invalid-instant` if it is after both, because more may be stored by then
    public static void checkRecordedAt(Instant recordedAt, Instant now, Instant latest) {
        if (recordedAt.isAfter(now) && recordedAt.isAfter(latest)) {
            throw TimeProblem.RECORDED_AT_IN_FUTURE.exception(recordedAt);
        }
    }

    /// The first whole second that is not before an instant: what became known within a second counts from the next.
    public static Instant wholeSecond(Instant instant) {
        Instant second = instant.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(instant) ? second : second.plusSeconds(1);
    }

    /// Checks that a period does not end before it starts.
    ///
    /// @throws MacroEdgeException with `invalid-instant`
    public static void checkPeriod(Instant from, Instant to) {
        if (from.isAfter(to)) {
            throw TimeProblem.PERIOD_REVERSED.exception(from, to);
        }
    }
}
