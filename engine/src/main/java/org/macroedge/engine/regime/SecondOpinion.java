package org.macroedge.engine.regime;

import org.jspecify.annotations.Nullable;

/// What a Markov-switching model of an axis says at a month-end, beside [AxisReading#state] and
/// [AxisReading#up].
///
/// @param switching null where there is none
/// @param reason why there is none; null where there is one
/// @param scores of `upper` at earlier month-ends, taken as the probability that the next composite is
/// above 0, as known at this month-end
public record SecondOpinion(
        @Nullable AxisSwitching switching, @Nullable NoSecondOpinion reason, BrierScores scores) {}
