package org.macroedge.engine.weight;

/// Weights before the scale, of the indicators in force in the catalogue. They are constant until an indicator comes
/// into force or ends.
///
/// @param indicators per instrument, the positions of the indicators with a weight other than 0, ascending
/// @param weights w of these, in the same order
/// @param totals Σ|w| per instrument
/// @param until the first second at which an indicator comes into force or ends; [Long#MAX_VALUE] where none does
record UnscaledWeights(int[][] indicators, double[][] weights, double[] totals, long until) {

    UnscaledWeights(int[][] indicators, double[][] weights, long until) {
        this(indicators, weights, totals(weights), until);
    }

    private static double[] totals(double[][] weights) {
        double[] totals = new double[weights.length];
        for (int instrument = 0; instrument < totals.length; instrument++) {
            for (double weight : weights[instrument]) {
                totals[instrument] += Math.abs(weight);
            }
        }
        return totals;
    }
}
