package org.macroedge.server.releases.profile.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.ReleaseTime;

/// The catalogue's release times of an indicator as instants.
final class ReleaseClock {

    private ReleaseClock() {}

    /// The release time of a local date; null where the catalogue has no time of day for it.
    static @Nullable Instant on(Indicator indicator, LocalDate date) {
        ReleaseTime time = indicator.releaseTime(date).orElse(null);
        LocalTime clock = time == null ? null : time.time();
        return time == null || clock == null
                ? null
                : date.atTime(clock).atZone(time.zone()).toInstant();
    }

    /// Whether an instant is the release time of its own date.
    static boolean isOnTime(Indicator indicator, Instant instant) {
        return instant.equals(on(indicator, indicator.localDate(instant)));
    }

    /// How long after the catalogue's nearest release time an instant is, negative before; at most half a day.
    ///
    /// The nearest, because a wrong clock can place a release shortly after midnight on the day before.
    ///
    /// @return empty where the catalogue has no time of day for those days
    static Optional<Duration> lateness(Indicator indicator, Instant instant) {
        LocalDate date = indicator.localDate(instant);
        return Stream.of(date, date.minusDays(1), date.plusDays(1))
                .flatMap(day -> Stream.ofNullable(on(indicator, day)))
                .map(scheduled -> Duration.between(scheduled, instant))
                .min(Comparator.comparing(Duration::abs));
    }

    /// The local date of the release whose time falls within a day of another zone; the day's own date first.
    ///
    /// @return empty where none does
    static Optional<LocalDate> dateWithin(Indicator indicator, LocalDate day, ClockZone zone) {
        Instant start = zone.start(day);
        Instant end = zone.end(day);
        for (LocalDate date : List.of(day, day.plusDays(1), day.minusDays(1))) {
            Instant released = on(indicator, date);
            if (released != null && !released.isBefore(start) && released.isBefore(end)) {
                return Optional.of(date);
            }
        }
        return Optional.empty();
    }
}
