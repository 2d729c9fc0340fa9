package org.macroedge.engine.statistics;

import java.time.Instant;
import java.util.List;
import org.macroedge.engine.surprise.StandardisedSurprise;

/// The usable z of one indicator in time order, with the weighted mean up to each of them: the statistics at an instant
/// then cost no more than the releases of the window.
public final class SurpriseSeries {

    private static final long SECONDS_PER_DAY = 86_400;

    /// Release instants, ascending.
    private final Instant[] instants;

    private final double[] z;
    private final double[] weightedMeans;

    private SurpriseSeries(Instant[] instants, double[] z) {
        this.instants = instants;
        this.z = z;
        this.weightedMeans = exponentiallyWeightedMeans(z, RollingStatistics.HALF_LIFE);
    }

    /// @param surprises of one indicator, in the order of the calculator
    public static SurpriseSeries of(List<StandardisedSurprise> surprises) {
        List<StandardisedSurprise> usable =
                surprises.stream().filter(surprise -> surprise.z() != null).toList();
        return new SurpriseSeries(
                usable.stream().map(surprise -> surprise.release().releasedAt()).toArray(Instant[]::new),
                usable.stream().mapToDouble(StandardisedSurprise::z).toArray());
    }

    /// The statistics at an instant.
    ///
    /// @param asOf t; a release at exactly t counts, one at exactly t − W does not
    /// @param days W, above 0
    public RollingStatistics statistics(Instant asOf, int days) {
        if (days <= 0) {
            throw new IllegalArgumentException("window " + days + " days is not above 0");
        }
        int to = firstAfter(asOf);
        int from = firstAfter(asOf.minusSeconds(days * SECONDS_PER_DAY));
        int count = to - from;
        Double mean = count == 0 ? null : sum(from, to) / count;
        return new RollingStatistics(
                count,
                mean,
                mean == null || count < 2 ? null : standardDeviation(from, to, mean),
                count == 0 ? null : (double) positive(from, to) / count,
                to == 0 ? null : weightedMeans[to - 1]);
    }

    /// Σ (1−α)^i x_{n−i} / Σ (1−α)^i with α = 1 − exp(−ln 2 / h), for each n: pandas' `ewm(halflife=h).mean()` with its
    /// default, adjusted weights.
    ///
    /// @param values ascending in time
    /// @param halfLife in observations, above 0
    static double[] exponentiallyWeightedMeans(double[] values, double halfLife) {
        double kept = StrictMath.exp(-StrictMath.log(2) / halfLife);
        double[] means = new double[values.length];
        double sum = 0;
        double weights = 0;
        for (int index = 0; index < values.length; index++) {
            sum = kept * sum + values[index];
            weights = kept * weights + 1;
            means[index] = sum / weights;
        }
        return means;
    }

    private int firstAfter(Instant instant) {
        int low = 0;
        int high = instants.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (instants[middle].isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private double sum(int from, int to) {
        double sum = 0;
        for (int index = from; index < to; index++) {
            sum += z[index];
        }
        return sum;
    }

    private double standardDeviation(int from, int to, double mean) {
        double squares = 0;
        for (int index = from; index < to; index++) {
            squares += (z[index] - mean) * (z[index] - mean);
        }
        return Math.sqrt(squares / (to - from - 1));
    }

    private int positive(int from, int to) {
        int positive = 0;
        for (int index = from; index < to; index++) {
            if (z[index] > 0) {
                positive++;
            }
        }
        return positive;
    }
}
