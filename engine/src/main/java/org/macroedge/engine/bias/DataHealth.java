package org.macroedge.engine.bias;

import org.jspecify.annotations.Nullable;

/// How complete, punctual and well-sourced the inputs of a bias are: value = coverage · freshness · quality, each in
/// [0, 1]. It is not the probability that the bias is right, and says nothing about whether the reasons agree, which
/// [Composition] does.
///
/// Nothing live: value and coverage 0, freshness and quality null. Live but all zero: quality null, value = coverage ·
/// freshness.
///
/// @param coverage weight of live signals over the weight of every indicator in force
/// @param freshness the part of the live weight whose publisher is not late
/// @param quality trust in the forecasts, by size of contribution
public record DataHealth(
        double value,
        double coverage,
        @Nullable Double freshness,
        @Nullable Double quality) {

    /// The health of a bias without a live signal.
    static final DataHealth NOTHING_LIVE = new DataHealth(0, 0, null, null);

    /// @param size Σ|c|
    /// @param trusted Σ|c|·q
    static DataHealth of(double coverage, double freshness, double size, double trusted) {
        if (size == 0) {
            return new DataHealth(coverage * freshness, coverage, freshness, null);
        }
        double quality = trusted / size;
        return new DataHealth(coverage * freshness * quality, coverage, freshness, quality);
    }
}
