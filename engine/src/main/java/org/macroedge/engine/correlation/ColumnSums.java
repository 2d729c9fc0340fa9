package org.macroedge.engine.correlation;

/// Sums of one column over the rows of another, about the mean of the whole column.
///
/// @param sum Σ dₜ
/// @param squares Σ dₜ²
/// @param lagged Σ dₜ₋₁·dₜ over the rows in which both have a value and follow a row in which both have one
/// @param adjacent Σ (dₜ₋₁ + dₜ) over the same rows
record ColumnSums(double sum, double squares, double lagged, double adjacent) {

    /// Σ of the squares about the mean over the rows.
    ///
    /// @param observations rows in which both have a value
    double squaresAboutMean(int observations) {
        return squares - sum / observations * sum;
    }

    /// Σ of the products of neighbours about the mean over the rows.
    ///
    /// @param observations rows in which both have a value
    /// @param following those that follow one of them
    double laggedAboutMean(int observations, int following) {
        double mean = sum / observations;
        return lagged - mean * adjacent + mean * mean * following;
    }
}
