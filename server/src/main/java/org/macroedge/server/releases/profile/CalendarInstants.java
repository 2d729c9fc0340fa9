package org.macroedge.server.releases.profile;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The date and clock time of a row.
///
/// @param patterns tried in order; one without hours makes the row date-only, one with an offset or zone needs no
/// other; where the year stands elsewhere they end in a blank and the year
/// @param zone of local times; null where each row says its own
/// @param year where the year stands if the patterns read it from elsewhere
/// @param dateOnly texts of the clock column that say there is no hour
public record CalendarInstants(
        List<DateTimeFormatter> patterns, @Nullable ZoneId zone, YearFrom year, Set<String> dateOnly) {

    /// Where the year of an instant stands.
    public enum YearFrom {
        PATTERN,
        COLUMN,
        FILE_NAME
    }

    /// What a row states.
    ///
    /// @param clock null where it states no hour
    /// @param zone of date and clock; null for a row without an hour in a layout where each row says its zone
    public record Stated(
            LocalDate date,
            @Nullable LocalTime clock,
            @Nullable ZoneId zone) {

        Stated plusYears(int years) {
            return new Stated(date.plusYears(years), clock, zone);
        }

        /// The instant in whole seconds; empty where the row states no hour.
        Optional<Instant> instant() {
            return clock == null || zone == null
                    ? Optional.empty()
                    : Optional.of(date.atTime(clock).atZone(zone).toInstant().truncatedTo(ChronoUnit.SECONDS));
        }
    }

    /// What a text states; empty where no pattern fits, or where it has an hour and no zone.
    ///
    /// @param year of the row where the patterns lack it, else ignored
    /// @param zoneText the row's own zone or offset; null where it has none
    Optional<Stated> read(String text, @Nullable String clockText, @Nullable String year, @Nullable String zoneText) {
        String whole = this.year == YearFrom.PATTERN ? text : text + ' ' + year;
        for (DateTimeFormatter pattern : patterns) {
            try {
                Stated stated = stated(pattern.parse(whole), zoneText);
                if (saysNoHour(clockText)) {
                    return Optional.of(new Stated(stated.date(), null, stated.zone()));
                }
                return stated.clock() != null && stated.zone() == null ? Optional.empty() : Optional.of(stated);
            } catch (DateTimeException other) {
                continue;
            }
        }
        return Optional.empty();
    }

    private boolean saysNoHour(@Nullable String clockText) {
        return clockText != null && (dateOnly.contains(clockText) || clockText.indexOf(':') < 0);
    }

    /// Queries date, clock time and zone separately, so that a text without one of them costs no exception.
    private Stated stated(TemporalAccessor parsed, @Nullable String zoneText) {
        LocalDate date = LocalDate.from(parsed);
        LocalTime clock = parsed.query(TemporalQueries.localTime());
        if (clock == null) {
            return new Stated(date, null, zone);
        }
        ZoneId own = parsed.query(TemporalQueries.zone());
        return new Stated(date, clock, own == null ? zone(zoneText) : own);
    }

    private @Nullable ZoneId zone(@Nullable String zoneText) {
        return zone != null || zoneText == null || zoneText.isEmpty() ? zone : ZoneId.of(zoneText);
    }
}
