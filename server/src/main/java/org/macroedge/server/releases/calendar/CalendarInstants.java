package org.macroedge.server.releases.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The date and clock time of a row.
///
/// @param patterns tried in order; one without hours makes the row date-only, one with an offset needs no zone
/// @param zone of local times; UTC where a row says its own offset
/// @param dateOnly texts of the clock column that say there is no hour
public record CalendarInstants(List<DateTimeFormatter> patterns, ZoneId zone, Set<String> dateOnly) {

    /// What a row states.
    ///
    /// @param clock null where it states no hour
    /// @param instant with the row's own offset; null where the profile's zone holds
    public record Stated(
            LocalDate date,
            @Nullable LocalTime clock,
            @Nullable Instant instant) {

        Stated plusYears(int years) {
            return new Stated(
                    date.plusYears(years),
                    clock,
                    instant == null
                            ? null
                            : instant.atOffset(java.time.ZoneOffset.UTC)
                                    .plusYears(years)
                                    .toInstant());
        }
    }

    /// What a text states; empty where no pattern fits.
    Optional<Stated> read(String text, @Nullable String clockText) {
        for (DateTimeFormatter pattern : patterns) {
            try {
                Stated stated =
                        stated(pattern.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
                return Optional.of(saysNoHour(clockText) ? new Stated(stated.date(), null, null) : stated);
            } catch (DateTimeException other) {
                continue;
            }
        }
        return Optional.empty();
    }

    private boolean saysNoHour(@Nullable String clockText) {
        return clockText != null
                && (dateOnly.contains(clockText) || clockText.chars().noneMatch(letter -> letter == ':'));
    }

    private static Stated stated(TemporalAccessor parsed) {
        return switch (parsed) {
            case OffsetDateTime zoned -> new Stated(zoned.toLocalDate(), zoned.toLocalTime(), zoned.toInstant());
            case LocalDateTime local -> new Stated(local.toLocalDate(), local.toLocalTime(), null);
            default -> new Stated(LocalDate.from(parsed), null, null);
        };
    }
}
