package org.macroedge.server.releases.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.ReleaseTime;

/// Counts rows by the distance of their instant from the catalogue's release time.
final class HourTally {

    private static final long SECONDS_PER_HOUR = 3_600;

    private final TreeMap<Integer, Long> rowsByHours = new TreeMap<>();
    private long other;
    private long unscheduled;

    void count(Indicator indicator, Instant at) {
        Optional<Duration> late = afterReleaseTime(indicator, at);
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

    /// How long after the catalogue's nearest release time an instant lies, negative before; at most half a day.
    ///
    /// The nearest, because a clock that is wrong can put a release of shortly after midnight on the day before.
    ///
    /// @return empty where the catalogue states no hour for those days
    static Optional<Duration> afterReleaseTime(Indicator indicator, Instant at) {
        ZoneId zone = indicator.release().getFirst().zone();
        LocalDate date = at.atZone(zone).toLocalDate();
        return Stream.of(date, date.minusDays(1), date.plusDays(1))
                .flatMap(day -> indicator.releaseTime(day).stream().flatMap(time -> on(time, day)))
                .map(scheduled -> Duration.between(scheduled, at))
                .min(java.util.Comparator.comparing(Duration::abs));
    }

    private static Stream<Instant> on(ReleaseTime time, LocalDate day) {
        LocalTime clock = time.time();
        return clock == null
                ? Stream.empty()
                : Stream.of(day.atTime(clock).atZone(time.zone()).toInstant());
    }
}
