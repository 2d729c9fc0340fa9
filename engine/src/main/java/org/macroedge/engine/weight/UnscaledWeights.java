package org.macroedge.engine.weight;

/// Weights before the scale, of the indicators in force in the catalogue. They are constant until an indicator comes
/// into force or ends.
///
/// @param indicators per instrument, the positions of the indicators with a weight other than 0, ascending
/// @param weights w of these, in the same order
/// @param totals Σ|w| per instrument
/// @param base per instrument and position of an indicator, whether its region has a positive exposure
/// @param baseTotals Σ|w| per pair of the indicators of its base; 0 for another instrument
/// @param quoteTotals the same of the other indicators
/// @param pair per instrument, whether it is a currency pair
/// @param until the first second at which an indicator comes into force or ends; [Long#MAX_VALUE] where none does
record UnscaledWeights(
        int[][] indicators,
        double[][] weights,
        double[] totals,
        boolean[][] base,
        double[] baseTotals,
        double[] quoteTotals,
        boolean[] pair,
        long until) {

    UnscaledWeights(int[][] indicators, double[][] weights, boolean[][] base, boolean[] pair, long until) {
        this(
                indicators,
                weights,
                new double[weights.length],
                base,
                new double[weights.length],
                new double[weights.length],
                pair,
                until);
        for (int instrument = 0; instrument < weights.length; instrument++) {
            for (int entry = 0; entry < weights[instrument].length; entry++) {
                double size = Math.abs(weights[instrument][entry]);
                totals[instrument] += size;
                if (pair[instrument]) {
                    double[] side = base[instrument][indicators[instrument][entry]] ? baseTotals : quoteTotals;
                    side[instrument] += size;
                }
            }
        }
    }
}
