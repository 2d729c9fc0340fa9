package org.macroedge.engine.statistics;

import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import org.macroedge.engine.numeric.NormalDistribution;
import org.macroedge.engine.surprise.StandardisedSurprise;

/// How the standardised surprises of one indicator have been distributed: a Gaussian kernel estimate.
///
/// Over the n usable zRaw, before any clip, of bandwidth h
///
/// > P(z ≥ t) = 1/n · Σ Φ((zᵢ − t)/h), h = 0.9 · min(s, IQR/1.34) · n^(−1/5)
///
/// with s the standard deviation (divisor n − 1) and IQR the distance of the quartiles, interpolated
/// linearly between order statistics. Where the middle half of the surprises are the same, as those of
/// policy rates, IQR is 0, and h is taken from s alone. It assumes that the next surprise is drawn as the
/// earlier ones were, of whatever size the forecast is and whatever else was published.
///
/// The sums go over the ascending values, so that no order of the surprises has a part in them. Immutable
/// and thread-safe.
///
/// Source: B. W. Silverman (1986), *Density Estimation for Statistics and Data Analysis*, p. 48, equation
/// 3.31.
public final class SurpriseDistribution {

    /// Fewer surprises say nothing of a tail: two years of a monthly indicator.
    public static final int FEWEST = 24;

    private static final double SILVERMAN = 0.9;
    private static final double NORMAL_IQR = 1.34;
    private static final double RATE = -0.2;
    private static final double QUARTER = 0.25;

    private final double[] ascending;
    private final double bandwidth;

    private SurpriseDistribution(double[] ascending) {
        this.ascending = ascending;
        this.bandwidth = ascending.length < 2 ? 0 : bandwidth(ascending);
    }

    /// @param surprises known at one instant, in any order; those without a usable z are left out
    public static SurpriseDistribution of(Collection<StandardisedSurprise> surprises) {
        return new SurpriseDistribution(surprises.stream()
                .filter(StandardisedSurprise::usable)
                .mapToDouble(surprise -> Objects.requireNonNull(surprise.zRaw()))
                .sorted()
                .toArray());
    }

    private static double bandwidth(double[] ascending) {
        double deviation = deviation(ascending);
        double quartiles = (quantile(ascending, 1 - QUARTER) - quantile(ascending, QUARTER)) / NORMAL_IQR;
        double spread = quartiles == 0 ? deviation : Math.min(deviation, quartiles);
        return SILVERMAN * spread * StrictMath.pow(ascending.length, RATE);
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    private static double quantile(double[] ascending, double share) {
        double position = share * (ascending.length - 1);
        int below = (int) position;
        double rest = position - below;
        return rest == 0 ? ascending[below] : ascending[below] + rest * (ascending[below + 1] - ascending[below]);
    }

    /// n.
    public int observations() {
        return ascending.length;
    }

    /// h, in σ; 0 where there are fewer than two surprises, or all are the same.
    public double bandwidth() {
        return bandwidth;
    }

    /// Whether probabilities can be given: there are at least [#FEWEST] surprises, and not all are the
    /// same.
    public boolean isKnown() {
        return ascending.length >= FEWEST && bandwidth > 0;
    }

    /// The probability of a surprise from a size on upwards.
    ///
    /// @param z finite, in σ
    /// @throws IllegalStateException where no probability is known
    public double above(double z) {
        return sum(z, 1);
    }

    /// The probability of a surprise from a size on downwards: 1 − [#above], without its rounding.
    ///
    /// @param z finite, in σ
    /// @throws IllegalStateException where no probability is known
    public double below(double z) {
        return sum(z, -1);
    }

    private double sum(double z, int direction) {
        if (!isKnown()) {
            throw new IllegalStateException(ascending.length + " surprises of bandwidth " + bandwidth
                    + " have no probability; at least " + FEWEST + " that differ are needed");
        }
        double sum = 0;
        for (double value : ascending) {
            sum += NormalDistribution.cdf(direction * (value - z) / bandwidth);
        }
        return sum / ascending.length;
    }
}
