package org.macroedge.server.regime.view;

import org.jspecify.annotations.Nullable;

/// The Brier scores of an axis, or of its second opinion, at the earlier month-ends, out of sample: lower is better.
///
/// @param months the month-ends scored
/// @param up of the forecast `up`, or `upper`; null without month-ends
/// @param persistence of the forecast that the sign stays; null without month-ends
public record RegimeScores(
        int months, @Nullable Double up, @Nullable Double persistence) {}
