package org.macroedge.engine.correlation;

/// What the correlation of a pair is computed from, about the means over its rows.
///
/// @param observations rows in which both have a value
/// @param products Σ dx·dy
/// @param squares Σ dx²
/// @param otherSquares Σ dy²
/// @param lagged Σ dxₜ₋₁·dxₜ over the rows that follow each other
/// @param otherLagged Σ dyₜ₋₁·dyₜ over the same rows
/// @param exact whether the squares are so large a part of those of the whole columns that they have lost few digits
record PairSums(
        int observations,
        double products,
        double squares,
        double otherSquares,
        double lagged,
        double otherLagged,
        boolean exact) {

    /// Below this share of the squares of a whole column, those of the common rows are too small a difference of sums.
    private static final double LEAST_SHARE = 1.0 / 64;

    /// Of two columns alone: the same bits as among many ([JointSums]).
    static PairSums of(CentredColumn first, CentredColumn second) {
        double product = 0;
        for (int row = 0; row < first.deviations().length; row++) {
            product = Math.fma(first.deviations()[row], second.deviations()[row], product);
        }
        return of(first, second, product, first.over(second), second.over(first));
    }

    /// @param product Σ of the products of the columns' deviations
    /// @param sums of the first column over the rows of the second
    /// @param otherSums of the second column over the rows of the first
    static PairSums of(
            CentredColumn first, CentredColumn second, double product, ColumnSums sums, ColumnSums otherSums) {
        int observations = common(first.present(), second.present());
        int following = common(first.following(), second.following());
        double xx = sums.squaresAboutMean(observations);
        double yy = otherSums.squaresAboutMean(observations);
        return new PairSums(
                observations,
                product - sums.sum() / observations * (otherSums.sum() / observations) * observations,
                xx,
                yy,
                sums.laggedAboutMean(observations, following),
                otherSums.laggedAboutMean(observations, following),
                xx > LEAST_SHARE * first.squares() && yy > LEAST_SHARE * second.squares());
    }

    private static int common(long[] first, long[] second) {
        int count = 0;
        for (int word = 0; word < first.length; word++) {
            count += Long.bitCount(first[word] & second[word]);
        }
        return count;
    }
}
