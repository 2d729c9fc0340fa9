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

    /// @param size Σ|c|
    /// @param trusted Σ|c|·q
    /// @param net |Σc|
    static Confidence of(double coverage, double freshness, double size, double trusted, double net) {
        if (size == 0) {
            return new Confidence(coverage * freshness, coverage, freshness, null, null);
        }
        double quality = trusted / size;
        return new Confidence(coverage * freshness * quality, coverage, freshness, quality, net / size);
    }
}
