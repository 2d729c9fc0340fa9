package org.macroedge.server.releases.profile.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.releases.intake.HourOffsets;

/// Counts rows by the distance of their instant from the catalogue's release time.
public final class HourTally {

    private static final Duration HOUR = Duration.ofHours(1);

    private final TreeMap<Integer, Long> rowsByHours = new TreeMap<>();
    private long other;
    private long unscheduled;

    /// Counts a row with a clock time. Nearly all are on time, and the adjacent days need no check then.
    public void count(Indicator indicator, Instant instant) {
        count(
                ReleaseClock.isOnTime(indicator, instant)
                        ? Optional.of(Duration.ZERO)
                        : ReleaseClock.lateness(indicator, instant));
    }

    /// @param lateness empty where the catalogue has no time of day
    void count(Optional<Duration> lateness) {
        if (lateness.isEmpty()) {
            unscheduled++;
        } else if (isWholeHours(lateness.get())) {
            rowsByHours.merge((int) lateness.get().toHours(), 1L, Long::sum);
        } else {
            other++;
        }
    }

    static boolean isWholeHours(Duration lateness) {
        return lateness.toSeconds() % HOUR.toSeconds() == 0;
    }

    public HourOffsets offsets() {
        return new HourOffsets(rowsByHours, other, unscheduled);
    }
}
