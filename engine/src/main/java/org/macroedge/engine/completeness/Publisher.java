package org.macroedge.engine.completeness;

import java.util.List;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ScheduledRelease;

/// What is known at an instant about how the publisher of an indicator keeps its dates, and what follows for its
/// releases without a figure.
///
/// Let τ be the instant for which a release was announced or is expected, t the instant in question, P the
/// period of the indicator and L its newest release. The first rule that applies decides:
///
/// | Applies if | State | Reason |
/// |---|---|---|
/// | t < τ | `scheduled`; `expected` by cadence | how τ is known |
/// | the indicator has no release, t < τ + 1 day | `due` | `no-figures` |
/// | the indicator has no release | `missing` | `no-figures` |
/// | τ ≤ L | `missing` | `overtaken` |
/// | the publisher is not late with it | `due` | how τ is known |
/// | t < τ + P | `late` | how τ is known |
/// | else | `missing` | `next-is-due` |
///
/// The publisher is late with a release whose announcement was captured from τ + 1 day on; with any other, where
/// [Lateness] says that it is late. So the publisher is late if and only if one of its releases is
/// [outstanding][Standing#isOutstanding()], provided that its next release is among them: the announced ones,
/// else the one that the cadence expects.
///
/// A figure that comes makes each of these states `released`. What was called off is not waited for, and is none
/// of them.
///
/// @param lastPublishedAt the second of the newest release that was not cancelled; [#NONE] where none is known
/// @param isLate what [Lateness] says; false without a release
/// @param second the instant in question
public record Publisher(Indicator indicator, long lastPublishedAt, boolean isLate, long second) {

    /// No release is known.
    public static final long NONE = Long.MIN_VALUE;

    /// @param schedules of the indicator, those without a capture instant included
    /// @param lastPublishedAt [#NONE] where no release is known at the instant
    public static Publisher of(
            Indicator indicator, List<ScheduledRelease> schedules, long lastPublishedAt, long second) {
        boolean late = lastPublishedAt != NONE && Lateness.late(indicator, schedules, lastPublishedAt, second);
        return new Publisher(indicator, lastPublishedAt, late, second);
    }

    /// How a release without a figure stands.
    ///
    /// @param dueAt the second for which it was announced or is expected
    public Standing standing(long dueAt, Announcement announcement) {
        if (second < dueAt) {
            ReleaseState ahead = announcement == Announcement.CADENCE ? ReleaseState.EXPECTED : ReleaseState.SCHEDULED;
            return new Standing(ahead, announcement.reason());
        }
        if (lastPublishedAt == NONE) {
            return new Standing(
                    second < dueAt + Lateness.DAY ? ReleaseState.DUE : ReleaseState.MISSING, StateReason.NO_FIGURES);
        }
        if (dueAt <= lastPublishedAt) {
            return new Standing(ReleaseState.MISSING, StateReason.OVERTAKEN);
        }
        if (!isLateWith(dueAt, announcement)) {
            return new Standing(ReleaseState.DUE, announcement.reason());
        }
        return second < dueAt + period(dueAt)
                ? new Standing(ReleaseState.LATE, announcement.reason())
                : new Standing(ReleaseState.MISSING, StateReason.NEXT_IS_DUE);
    }

    private boolean isLateWith(long dueAt, Announcement announcement) {
        return announcement == Announcement.CAPTURED ? second >= dueAt + Lateness.DAY : isLate;
    }

    private long period(long dueAt) {
        return (long) (indicator.periodDays(dueAt) * Lateness.DAY);
    }

    /// The second from which on the next release is waited for where no source announced it: what the cadence
    /// predicts, but not later than the silence that makes the publisher late.
    ///
    /// @param predicted what the cadence predicts after the newest release; [Long#MAX_VALUE] where it predicts
    /// nothing
    public long nextDueAt(long predicted) {
        if (lastPublishedAt == NONE) {
            return predicted;
        }
        long silent = Lateness.silentFrom(indicator, lastPublishedAt);
        return Math.min(predicted, isLate ? Math.min(silent, second) : silent);
    }
}
