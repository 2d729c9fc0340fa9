package org.macroedge.engine.weight;

import org.jspecify.annotations.Nullable;

/// Weights before the scale, of the indicators in force in the catalogue. They are constant until an indicator comes
/// into force or ends, or the quadrant of a region changes.
///
/// @param indicators per instrument, the positions of the indicators that can have a weight
/// other than 0, ascending
/// @param weights w of these, in the same order
/// @param regime the weights of each quadrant; null where they do not depend on it
/// @param share 1/√n of each indicator's group in force, 0 for one that is not
/// @param totals Σ of the sizes per instrument
/// @param base per instrument and position of an indicator, whether its region has a positive exposure
/// @param baseTotals Σ of the sizes per pair of the indicators of its base; 0 for another
/// instrument
/// @param quoteTotals the same of the other indicators
/// @param pair per instrument, whether it is a currency pair
/// @param until the first second at which an indicator comes into force or ends, or the
/// quadrant of a region changes; [Long#MAX_VALUE] where none does
record UnscaledWeights(
        int[][] indicators,
        double[][] weights,
        @Nullable RegimeWeights regime,
        double[] share,
        double[] totals,
        boolean[][] base,
        double[] baseTotals,
        double[] quoteTotals,
        boolean[] pair,
        long until) {

    UnscaledWeights(
            int[][] indicators,
            double[][] weights,
            @Nullable RegimeWeights regime,
            double[] share,
            boolean[][] base,
            boolean[] pair,
            long until) {
        this(
                indicators,
                weights,
                regime,
                share,
                new double[weights.length],
                base,
                new double[weights.length],
                new double[weights.length],
                pair,
                until);
        for (int instrument = 0; instrument < weights.length; instrument++) {
            for (int entry = 0; entry < weights[instrument].length; entry++) {
                double size = size(instrument, entry);
                totals[instrument] += size;
                if (pair[instrument]) {
                    double[] side = base[instrument][indicators[instrument][entry]] ? baseTotals : quoteTotals;
                    side[instrument] += size;
                }
            }
        }
    }

    /// What an entry counts for in a coverage: |w|, or the largest |w| of any quadrant.
    double size(int instrument, int entry) {
        if (regime == null) {
            return Math.abs(weights[instrument][entry]);
        }
        int indicator = indicators[instrument][entry];
        return regime.largest(instrument, indicator) * share[indicator];
    }
}
