package org.macroedge.engine.regime;

import org.jspecify.annotations.Nullable;

/// One axis at a month-end.
///
/// @param composite in units of its own scale; null where there are too few data
/// @param reason why the state is undetermined; null where it is not
/// @param up Φ(composite / scale of its earlier monthly changes), in [0, 1]; null before there is such a
/// scale
/// @param distance how far the composite is from the value beyond which the state begins to change, ≥ 0
/// inside; null where the state is undetermined
/// @param scores of `up` at earlier month-ends, as known at this one
/// @param second opinion, by a Markov-switching model
public record AxisReading(
        @Nullable Double composite,
        AxisState state,
        @Nullable NoAxisState reason,
        @Nullable Double up,
        @Nullable Double distance,
        BrierScores scores,
        SecondOpinion second) {}
