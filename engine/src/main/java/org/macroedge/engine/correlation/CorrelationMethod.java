package org.macroedge.engine.correlation;

import org.macroedge.engine.vocabulary.Coded;

/// What of two series is correlated.
public enum CorrelationMethod implements Coded {

    /// The values: how far they move together in a straight line.
    PEARSON(1),

    /// The ranks of the values among the rows of a pair: how far they move together in the same
    /// direction, whatever the size of a single value. C. Spearman (1904), *The Proof and
    /// Measurement of Association between Two Things*, American Journal of Psychology 15(1),
    /// p. 72–101. Its Fisher transform has 1.06 times the variance: E. Fieller, H. Hartley,
    /// E. Pearson (1957), *Tests for Rank Correlation Coefficients I*, Biometrika 44, p. 470–481.
    SPEARMAN(1.06);

    private final double variance;

    CorrelationMethod(double variance) {
        this.variance = variance;
    }

    /// The variance of the Fisher transform, in units of 1/(n − 3).
    double variance() {
        return variance;
    }

    /// Replaces values, all of them present, by what is correlated of them.
    ///
    /// @param count how many there are, from the start of the array
    void prepare(double[] values, int count, Ranks ranks) {
        if (this == SPEARMAN) {
            ranks.replace(values, count);
        }
    }

    /// The code, as users write it.
    @Override
    public String toString() {
        return code();
    }
}
