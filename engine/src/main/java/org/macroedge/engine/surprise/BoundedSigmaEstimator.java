package org.macroedge.engine.surprise;

import java.util.Arrays;

/// A bounded-influence, exponentially weighted second moment about zero.
///
/// From the first 10 surprises v = (1.4826·median|x|)², or (1.2533·mean|x|)² where the median is 0. Then σ =
/// max(√v, floor) and, for each surprise x scaled by that σ, v ← λv + (1−λ)·min(|x|, 4σ)² with λ = 2^(−1/24).
///
/// 1.4826 and 1.2533 (= √(π/2)) make the median and the mean of |x| consistent for a normal distribution: P. J.
/// Rousseeuw and C. Croux (1993), *Alternatives to the Median Absolute Deviation*, JASA 88(424), p. 1273. The bound
/// keeps 2020 from hiding 2021: with a plain standard deviation a payrolls miss of 485,000 in September 2021 reads
/// −0.5σ.
///
/// Scales with its input; insensitive to sign. All surprises 0: σ is the floor.
public final class BoundedSigmaEstimator implements SigmaEstimator {

    private static final double MEDIAN_TO_SIGMA = 1.4826;
    private static final double HALF_LIFE = 24;
    private static final double KEPT = StrictMath.pow(2, -1 / HALF_LIFE);
    private static final double BOUND = 4;

    private final double floor;
    private final double[] first = new double[START];
    private int count;
    private double variance;

    /// @param floor the least σ, in the surprises' unit, above 0
    public BoundedSigmaEstimator(double floor) {
        this.floor = SigmaEstimator.positive(floor);
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public double sigma() {
        return count < START ? Double.NaN : Math.max(Math.sqrt(variance), floor);
    }

    @Override
    public void learn(double surprise) {
        double size = Math.abs(surprise);
        if (count < START) {
            first[count] = size;
            count++;
            if (count == START) {
                variance = startingVariance();
            }
            return;
        }
        double bounded = Math.min(size, BOUND * sigma());
        variance = KEPT * variance + (1 - KEPT) * (bounded * bounded);
        count++;
    }

    private double startingVariance() {
        double sum = 0;
        for (double size : first) {
            sum += size;
        }
        double[] ascending = first.clone();
        Arrays.sort(ascending);
        double median = (ascending[START / 2 - 1] + ascending[START / 2]) / 2;
        double sigma = median > 0 ? MEDIAN_TO_SIGMA * median : MEAN_TO_SIGMA * (sum / START);
        return sigma * sigma;
    }
}
