package org.macroedge.engine.bias;

import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Coded;

/// Why a bias has no label. If several apply, the first one stands.
public enum NoLabel implements Coded {
    /// The weight set gives the instrument no weight.
    NO_WEIGHTS,
    /// No indicator with a weight has a usable surprise yet: Z is null.
    NO_HISTORY,
    /// Every signal has decayed: Z is 0.
    NO_LIVE_SIGNAL,
    /// Coverage is below one half, in total or for either side of a pair: Z is given, but rests on too little.
    THIN_COVERAGE;

    /// Below this coverage a direction is not named.
    public static final double LEAST_COVERAGE = 0.5;

    /// The reason that applies; null if there is a label.
    ///
    /// @param weighted whether the weight set gives the instrument a weight at all
    /// @param z NaN without history
    /// @param sides null for an instrument that is no pair
    static @Nullable NoLabel of(boolean weighted, double z, DataHealth health, @Nullable PairCoverage sides) {
        if (!weighted) {
            return NO_WEIGHTS;
        }
        if (Double.isNaN(z)) {
            return NO_HISTORY;
        }
        if (health.coverage() == 0) {
            return NO_LIVE_SIGNAL;
        }
        return isThin(health, sides) ? THIN_COVERAGE : null;
    }

    private static boolean isThin(DataHealth health, @Nullable PairCoverage sides) {
        return health.coverage() < LEAST_COVERAGE
                || (sides != null && Math.min(sides.base(), sides.quote()) < LEAST_COVERAGE);
    }
}
