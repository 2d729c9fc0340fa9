package org.macroedge.server.sources;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When a source is asked around an instant at which a figure of it is due: once before, so that a figure that is there
/// afterwards is known to be new, and then at growing intervals for an hour. Pure.
///
/// A look is made once the source has not been asked since its time. So a look that passed while no server ran, while
/// the source rested, or while its limit was used up is made up once, together with those that passed with it. An
/// answer that was asked for otherwise takes the place of a look. Nothing is made up once the span has ended: the
/// source's regular hours come then.
final class WatchRule {

    /// How long before the instant the first look is made, at the latest.
    static final Duration BEFORE = Duration.ofMinutes(5);

    /// How long after the instant the further looks are made, at the earliest.
    static final List<Duration> AFTER = List.of(
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(4),
            Duration.ofMinutes(8),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofMinutes(60));

    /// How long after the instant nothing is made up any more.
    static final Duration SPAN = Duration.ofMinutes(75);

    /// A look is made later by up to this share of its distance from the instant, and the one before it earlier, so
    /// that not all users of a source ask it in one second.
    private static final double JITTER = 0.2;

    private WatchRule() {}

    /// The next look for a figure that is not there yet.
    ///
    /// @param due when the figure is due
    /// @param asked when the source was last asked for it, whatever came; null where it never was
    /// @param now before which a look that is not made up has passed
    /// @param free from when the source's limit and its rests allow a look
    /// @param share of the jitter, from 0 to 1
    /// @return a time that has passed where a look is to be made up; null where no look is left
    static @Nullable Instant next(Instant due, @Nullable Instant asked, Instant now, Instant free, double share) {
        Instant end = due.plus(SPAN);
        if (now.isAfter(end)) {
            return null;
        }
        Instant earliestBefore = due.minus(later(BEFORE, 1));
        boolean isBeforeDone = asked != null && !asked.isBefore(earliestBefore);
        Instant before = latest(due.minus(later(BEFORE, share)), free);
        if (!isBeforeDone && now.isBefore(due) && before.isBefore(due)) {
            return before;
        }
        for (Duration after : AFTER) {
            if (asked == null || asked.isBefore(due.plus(after))) {
                Instant look = latest(due.plus(later(after, share)), free);
                return look.isAfter(end) ? null : look;
            }
        }
        return null;
    }

    private static Duration later(Duration distance, double share) {
        return distance.plusMillis((long) (distance.toMillis() * JITTER * share));
    }

    private static Instant latest(Instant instant, Instant other) {
        return instant.isAfter(other) ? instant : other;
    }
}
