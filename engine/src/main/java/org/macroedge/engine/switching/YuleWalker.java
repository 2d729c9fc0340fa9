package org.macroedge.engine.switching;

/// A stationary autoregression without states, by the recursion of Levinson and Durbin on the
/// autocovariances, with n.
///
/// Source: P. J. Brockwell and R. A. Davis (1991), *Time Series: Theory and Methods*, 2nd edition, p.
/// 169–170.
///
/// @param coefficients φ₁ … φₚ
/// @param variance of the residuals, at most that of the series; 0 where it is predicted exactly
record YuleWalker(double[] coefficients, double variance) {

    /// @param series with mean 0, longer than the order, not all 0
    static YuleWalker of(double[] series, int order) {
        double variance = covariance(series, 0);
        double[] coefficients = new double[order];
        for (int lag = 1; lag <= order && variance > 0; lag++) {
            double rest = covariance(series, lag);
            for (int earlier = 1; earlier < lag; earlier++) {
                rest -= coefficients[earlier - 1] * covariance(series, lag - earlier);
            }
            double partial = rest / variance;
            double[] before = coefficients.clone();
            for (int earlier = 1; earlier < lag; earlier++) {
                coefficients[earlier - 1] -= partial * before[lag - earlier - 1];
            }
            coefficients[lag - 1] = partial;
            variance *= 1 - partial * partial;
        }
        return new YuleWalker(coefficients, Math.max(variance, 0));
    }

    private static double covariance(double[] series, int lag) {
        double sum = 0;
        for (int period = lag; period < series.length; period++) {
            sum += series[period] * series[period - lag];
        }
        return sum / series.length;
    }
}
