package org.macroedge.engine.completeness;

import org.jspecify.annotations.Nullable;

/// The state of a release at an instant.
///
/// @param reason null where the state says it all: the figure stands
public record Standing(ReleaseState state, @Nullable StateReason reason) {

    /// Its figure is known and stands.
    public static final Standing RELEASED = new Standing(ReleaseState.RELEASED, null);

    /// It was called off, or never took place.
    public static final Standing CANCELLED = new Standing(ReleaseState.CANCELLED, StateReason.CALLED_OFF);

    /// The figure of its period came at another time, so that nothing of it is missing.
    public static final Standing MOVED = new Standing(ReleaseState.CANCELLED, StateReason.MOVED);

    /// Its figure was taken back.
    public static final Standing WITHDRAWN = new Standing(ReleaseState.WITHDRAWN, StateReason.TAKEN_BACK);

    /// Whether its publisher is late because of it: what lowers freshness.
    public boolean isOutstanding() {
        return state == ReleaseState.LATE || reason == StateReason.NEXT_IS_DUE;
    }
}
