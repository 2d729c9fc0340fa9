package org.macroedge.server.releases.profile;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.ReleaseTime;
import org.macroedge.server.releases.intake.HourOffsets;

/// Counts rows by the distance of their instant from the catalogue's release time.
final class HourTally {

    private static final long SECONDS_PER_HOUR = 3_600;

    private final TreeMap<Integer, Long> rowsByHours = new TreeMap<>();
    private long other;
    private long unscheduled;

    void count(Indicator indicator, Instant instant) {
        if (isOnTime(indicator, instant)) {
            rowsByHours.merge(0, 1L, Long::sum);
            return;
        }
        Optional<Duration> late = afterReleaseTime(indicator, instant);
        if (late.isEmpty()) {
            unscheduled++;
        } else if (late.get().toSeconds() % SECONDS_PER_HOUR == 0) {
            rowsByHours.merge((int) late.get().toHours(), 1L, Long::sum);
        } else {
            other++;
        }
    }

    HourOffsets offsets() {
        return new HourOffsets(rowsByHours, other, unscheduled);
    }

    /// Whether an instant is the release time of its own date. Nearly all are, and the adjacent days need no check
    /// then.
    private static boolean isOnTime(Indicator indicator, Instant instant) {
        LocalDate date = indicator.localDate(instant);
        ReleaseTime time = indicator.releaseTime(date).orElse(null);
        return time != null && instant.equals(on(time, date));
    }

    /// How long after the catalogue's nearest release time an instant is, negative before; at most half a day.
    ///
    /// The nearest, because a wrong clock can place a release shortly after midnight on the day before.
    ///
    /// @return empty where the catalogue has no time of day for those days
    static Optional<Duration> afterReleaseTime(Indicator indicator, Instant instant) {
        LocalDate date = indicator.localDate(instant);
        return Stream.of(date, date.minusDays(1), date.plusDays(1))
                .flatMap(day -> indicator.releaseTime(day).map(time -> on(time, day)).stream())
                .map(scheduled -> Duration.between(scheduled, instant))
                .min(Comparator.comparing(Duration::abs));
    }

    private static @Nullable Instant on(ReleaseTime time, LocalDate day) {
        LocalTime clock = time.time();
        return clock == null ? null : day.atTime(clock).atZone(time.zone()).toInstant();
    }
}
