package org.macroedge.engine.switching;

import org.jspecify.annotations.Nullable;

/// A series with mean 0 and variance 1, so that no result depends on its unit.
///
/// @param shift the mean that was taken off
/// @param scale the standard deviation, with n, by which it was divided; above 1e−40
/// @param values `(series − shift) / scale`
record StandardisedSeries(double shift, double scale, double[] values) {

    private static final double LARGEST = 1e40;

    /// A spread of this part of the largest value is rounding.
    private static final double ROUNDING = 1e-12;

    private static final int PERIODS_A_PARAMETER = 5;

    /// Why a series cannot be fitted; null where it can be.
    static @Nullable NoEstimate fault(SwitchingModel model, double[] series) {
        double least = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : series) {
            if (!(Math.abs(value) <= LARGEST)) {
                return NoEstimate.NOT_FINITE;
            }
            least = Math.min(least, value);
            largest = Math.max(largest, value);
        }
        if (series.length - model.order() < PERIODS_A_PARAMETER * model.parameters()) {
            return NoEstimate.TOO_FEW_PERIODS;
        }
        double size = Math.max(Math.abs(least), Math.abs(largest));
        return of(series).scale <= Math.max(ROUNDING * size, 1 / LARGEST) ? NoEstimate.CONSTANT : null;
    }

    /// @param series finite, with a spread
    static StandardisedSeries of(double[] series) {
        double sum = 0;
        for (double value : series) {
            sum += value;
        }
        double mean = sum / series.length;
        double squares = 0;
        for (double value : series) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / series.length);
        double[] values = new double[series.length];
        for (int period = 0; period < values.length; period++) {
            values[period] = (series[period] - mean) / deviation;
        }
        return new StandardisedSeries(mean, deviation, values);
    }
}
