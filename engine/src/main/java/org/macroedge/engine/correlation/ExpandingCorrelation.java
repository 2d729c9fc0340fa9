package org.macroedge.engine.correlation;

import org.jspecify.annotations.Nullable;

/// Pearson's correlation of two series over all rows so far, in which both have a value: at each row that
/// of [PairCorrelation] over the rows up to it, but for rounding, in O(1) a row.
///
/// Means and sums of squares and products are carried on in the order of the rows, by B. Welford (1962), *Note on
/// a Method for Calculating Corrected Sums of Squares and Products*, Technometrics 4(3), p. 419–420. Squares of
/// the values must neither vanish nor overflow. Belongs to one thread.
public final class ExpandingCorrelation {

    private int observations;
    private double firstMean;
    private double secondMean;
    private double firstSquares;
    private double secondSquares;
    private double products;

    /// Adds a row, which does not count where a value is missing.
    ///
    /// @param first NaN where missing
    /// @param second NaN where missing
    public void add(double first, double second) {
        if (Double.isNaN(first) || Double.isNaN(second)) {
            return;
        }
        observations++;
        double distance = first - firstMean;
        double otherDistance = second - secondMean;
        firstMean += distance / observations;
        secondMean += otherDistance / observations;
        firstSquares += distance * (first - firstMean);
        secondSquares += otherDistance * (second - secondMean);
        products += distance * (second - secondMean);
    }

    /// In [−1, 1]; null with fewer rows than asked for, or where a series is constant in them.
    ///
    /// @param fewest rows asked for, at least 2
    public @Nullable Double value(int fewest) {
        boolean varies = firstSquares > 0 && secondSquares > 0;
        return observations < fewest || !varies
                ? null
                : Math.clamp(products / Math.sqrt(firstSquares * secondSquares), -1, 1);
    }
}
