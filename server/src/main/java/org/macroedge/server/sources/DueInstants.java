package org.macroedge.server.sources;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.releases.Schedule;

/// When releases are due, by what had been captured at an instant.
final class DueInstants {

    private static final Comparator<Schedule> LATEST =
            Comparator.comparing(DueInstants::captured).thenComparing(Schedule::scheduledAt);

    private DueInstants() {}

    /// @param schedules of one indicator; of each release, the one captured last counts
    static List<Instant> of(List<Schedule> schedules, Instant until) {
        Map<ReleaseId, Schedule> last = new HashMap<>();
        schedules.stream()
                .filter(schedule ->
                        schedule.capturedAt() != null && !captured(schedule).isAfter(until))
                .forEach(schedule -> last.merge(
                        schedule.release(),
                        schedule,
                        (known, other) -> LATEST.compare(known, other) >= 0 ? known : other));
        return last.values().stream().map(Schedule::scheduledAt).sorted().toList();
    }

    private static Instant captured(Schedule schedule) {
        return schedule.capturedAt() == null ? Instant.MIN : schedule.capturedAt();
    }
}
