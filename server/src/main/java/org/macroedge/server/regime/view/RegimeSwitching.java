package org.macroedge.server.regime.view;

import org.jspecify.annotations.Nullable;
import org.macroedge.engine.regime.NoSecondOpinion;
import org.macroedge.server.platform.json.Codes;

/// The second opinion on an axis: the two states that a Markov-switching model, fitted to the composites known at the
/// month-end, finds in them.
///
/// @param upper the filtered probability of the state with the higher mean, in [0, 1]; null where there is no model
/// @param reason why there is none; null where there is one
/// @param lowerMean of the composite in the lower state
/// @param upperMean of the composite in the upper state
/// @param lowerMonths how long the lower state lasts on average; null without a model, and where it is never left
/// @param upperMonths as `lowerMonths`
/// @param probability whether `upper` foretold the sign of the next composite better than persistence at the earlier
/// month-ends, so that it may be called a probability
public record RegimeSwitching(
        @Nullable Double upper,
        @Codes(NoSecondOpinion.class) @Nullable String reason,
        @Nullable Double lowerMean,
        @Nullable Double upperMean,
        @Nullable Double lowerMonths,
        @Nullable Double upperMonths,
        boolean probability,
        RegimeScores scores) {}
