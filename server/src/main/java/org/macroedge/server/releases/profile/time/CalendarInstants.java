package org.macroedge.server.releases.profile.time;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.releases.intake.RowMessage;

/// The date and clock time of a row.
///
/// @param patterns tried in order; one without hours makes the row date-only, one with an offset or zone needs
/// no other
/// @param zone of local times; null where each row says its own
/// @param year where the year stands if the patterns read it from elsewhere
/// @param dateOnly texts in place of a clock time that say that there is none
/// @param clockInside whether the column of the clock time is one of the instant's columns
public record CalendarInstants(
        List<InstantPattern> patterns,
        @Nullable ClockZone zone,
        YearFrom year,
        Set<String> dateOnly,
        boolean clockInside) {

    private static final int FIRST_YEAR = 1900;
    private static final int YEARS_AHEAD = 2;

    /// A clock time, in a column beside the whole instant.
    private static final Pattern CLOCK = Pattern.compile("[0-9]{1,2}([:.hH]?[0-9]{2}){0,2}\\s*([AaPp]\\.?[Mm]\\.?)?");

    /// Where the year of an instant stands.
    public enum YearFrom {
        PATTERN,
        COLUMN,
        FILE_NAME
    }

    /// Reads the cells of a row.
    ///
    /// @param now rows of years more than two ahead of it are unreadable
    public ReadTime read(InstantCells cells, Instant now) {
        ReadTime read = withoutLimits(cells);
        if (!(read instanceof ReadTime.Known known)) {
            return read;
        }
        LocalDate date = known.stated().date();
        if (date.getYear() < FIRST_YEAR) {
            return impossible(RowMessage.TOO_EARLY.text(quoted(cells), FIRST_YEAR));
        }
        if (date.isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC).plusYears(YEARS_AHEAD))) {
            return impossible(RowMessage.TOO_LATE.text(quoted(cells)));
        }
        return known.stated().clock() != null && known.stated().instants().isEmpty()
                ? impossible(RowMessage.SKIPPED_HOUR.text(
                        quoted(cells), String.valueOf(known.stated().zone())))
                : known;
    }

    private ReadTime withoutLimits(InstantCells cells) {
        if (hasUnknownZone(cells)) {
            return misfit(cells);
        }
        String clock = cells.clock();
        if (clock != null && saysNoClock(clock)) {
            return date(cells, cells.date() == null ? cells.text() : cells.date());
        }
        if (clock != null && !clockInside && !CLOCK.matcher(clock).matches()) {
            return impossible(RowMessage.NO_CLOCK_TIME.text(clock));
        }
        String bare = clock == null ? bareDate(cells) : null;
        if (bare != null) {
            return date(cells, bare);
        }
        ReadTime read = whole(cells);
        boolean dropped = clock != null
                && read instanceof ReadTime.Known known
                && known.stated().clock() == null;
        return dropped
                ? new ReadTime.Unreadable(RowMessage.CLOCK_WITHOUT_PATTERN.text(String.valueOf(clock)), true)
                : read;
    }

    /// Whether a text in place of the clock time says that there is none.
    public boolean saysNoClock(String clock) {
        return clock.isEmpty() || dateOnly.contains(clock);
    }

    /// The date of a text that holds a date and, in place of the clock time, a text that says that there is
    /// none; null for any other.
    private @Nullable String bareDate(InstantCells cells) {
        String text = cells.text();
        for (String none : dateOnly) {
            int length = text.length() - none.length();
            if (none.isEmpty() || length <= 1) {
                continue;
            }
            if (text.endsWith(none) && isBetween(text.charAt(length - 1))) {
                return trimmed(text.substring(0, length));
            }
            if (text.startsWith(none) && isBetween(text.charAt(none.length()))) {
                return trimmed(text.substring(none.length()));
            }
        }
        return cells.date();
    }

    private static String trimmed(String date) {
        int start = 0;
        int end = date.length();
        while (start < end && isBetween(date.charAt(start))) {
            start++;
        }
        while (end > start && isBetween(date.charAt(end - 1))) {
            end--;
        }
        return date.substring(start, end);
    }

    private static boolean isBetween(char letter) {
        return Character.isWhitespace(letter) || letter == 'T' || letter == ',';
    }

    /// Reads a bare date, or the date of a text with a clock time that does not count.
    private ReadTime date(InstantCells cells, String text) {
        String dated = withYear(text, cells);
        boolean fits = false;
        for (InstantPattern pattern : patterns) {
            try {
                TemporalAccessor parsed = pattern.parseDate(dated);
                if (parsed == null && pattern.fits(dated)) {
                    parsed = pattern.parse(dated);
                }
                if (parsed != null) {
                    return new ReadTime.Known(new StatedTime(LocalDate.from(parsed), null, zoneOf(cells)));
                }
            } catch (DateTimeException impossible) {
                fits = true;
            }
        }
        return fits ? impossible(RowMessage.NO_SUCH_DATE.text(quoted(cells))) : misfit(cells);
    }

    private ReadTime whole(InstantCells cells) {
        String text = withYear(cells.text(), cells);
        boolean impossible = false;
        for (InstantPattern pattern : patterns) {
            if (!pattern.fits(text)) {
                continue;
            }
            try {
                StatedTime stated = stated(pattern.parse(text), cells);
                if (stated != null) {
                    return new ReadTime.Known(stated);
                }
            } catch (DateTimeException fault) {
                impossible = true;
            }
        }
        return impossible ? impossible(RowMessage.NO_SUCH_TIME.text(quoted(cells))) : misfit(cells);
    }

    private String withYear(String text, InstantCells cells) {
        return year == YearFrom.PATTERN ? text : text + ' ' + cells.year();
    }

    /// Queries date, clock time and zone separately, so that a text without one of them costs no exception. Null
    /// for a clock time without a zone.
    private @Nullable StatedTime stated(TemporalAccessor parsed, InstantCells cells) {
        LocalDate date = LocalDate.from(parsed);
        LocalTime clock = parsed.query(TemporalQueries.localTime());
        ZoneId written = parsed.query(TemporalQueries.zone());
        ClockZone own = written == null ? zoneOf(cells) : new ClockZone(written, Duration.ZERO);
        return clock != null && own == null ? null : new StatedTime(date, clock, own);
    }

    private boolean hasUnknownZone(InstantCells cells) {
        String written = cells.zone();
        return zone == null && written != null && !written.isEmpty() && zoneOf(cells) == null;
    }

    private @Nullable ClockZone zoneOf(InstantCells cells) {
        String written = cells.zone();
        if (zone != null || written == null || written.isEmpty()) {
            return zone;
        }
        try {
            return ClockZone.parse(written);
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    private static ReadTime impossible(String message) {
        return new ReadTime.Unreadable(message, false);
    }

    private static ReadTime misfit(InstantCells cells) {
        return new ReadTime.Unreadable(RowMessage.UNREADABLE_INSTANT.text(quoted(cells)), true);
    }

    private static String quoted(InstantCells cells) {
        return "instant \"" + cells.text() + (cells.zone() == null ? "\"" : "\" in zone \"" + cells.zone() + "\"");
    }
}
