package org.macroedge.engine.bias;

import org.jspecify.annotations.Nullable;

/// How far to trust a bias: value = coverage · freshness · quality, each in [0, 1], and agreement beside it.
///
/// Nothing live: value 0, the other parts null. Live but all zero: quality and agreement null, value = coverage ·
/// freshness.
///
/// @param coverage weight of live signals over the weight of every indicator in force
/// @param freshness the part of the live weight that is not late
/// @param quality trust in the forecasts, by size of contribution
/// @param agreement |Σc| / Σ|c|
public record Confidence(
        double value,
        @Nullable Double coverage,
        @Nullable Double freshness,
        @Nullable Double quality,
        @Nullable Double agreement) {

    /// The confidence of a bias without a live signal.
    static final Confidence NOTHING_LIVE = new Confidence(0, null, null, null, null);
}
