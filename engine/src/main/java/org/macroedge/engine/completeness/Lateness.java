package org.macroedge.engine.completeness;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ScheduledRelease;

/// Whether the publisher of an indicator is late.
///
/// It is late if the next captured schedule in force passed a day ago. Without one, it is late if its last
/// release, with or without a usable z, is older than 9, 45 or 110 days for weekly, monthly and quarterly
/// indicators, or two periods for irregular ones.
public final class Lateness {

    /// A publisher is late with a release that it announced a day after the announced instant: within a day, a
    /// figure can still have come that nobody has fetched.
    static final long DAY = 86_400;

    private Lateness() {}

    /// @param schedules those of the indicator with a capture instant
    /// @param releasedAt the second of its newest release that was not cancelled
    /// @param second the instant in question
    public static boolean late(Indicator indicator, List<ScheduledRelease> schedules, long releasedAt, long second) {
        @Nullable Long next = nextScheduled(schedules, releasedAt, second);
        if (next != null) {
            return second >= next + DAY;
        }
        return second - releasedAt > patience(indicator, second) * DAY;
    }

    /// The first second from which on silence alone makes the publisher late.
    static long silentFrom(Indicator indicator, long releasedAt) {
        return releasedAt + (long) Math.floor(patience(indicator, releasedAt) * DAY) + 1;
    }

    private static @Nullable Long nextScheduled(List<ScheduledRelease> schedules, long releasedAt, long second) {
        @Nullable Long next = null;
        for (ScheduledRelease schedule : schedules) {
            Instant captured = schedule.capturedAt();
            long scheduled = schedule.scheduledAt().getEpochSecond();
            boolean known = captured != null && captured.getEpochSecond() <= second;
            boolean open = schedule.until() == null || schedule.until().getEpochSecond() > second;
            if (known && open && scheduled > releasedAt && (next == null || scheduled < next)) {
                next = scheduled;
            }
        }
        return next;
    }

    private static double patience(Indicator indicator, long second) {
        return switch (indicator.frequency()) {
            case WEEKLY -> 9;
            case MONTHLY -> 45;
            case QUARTERLY -> 110;
            case IRREGULAR -> 2 * indicator.periodDays(second);
        };
    }
}
