package org.macroedge.engine.statistics;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.surprise.StandardisedSurprise;

/// Summary of an indicator's clipped z over the window (t − W, t].
///
/// Summed afresh in time order: no running totals, so a later release never changes an earlier answer. Releases without
/// a usable z are not counted.
///
/// @param count usable z in the window
/// @param mean null where count is 0
/// @param standardDeviation with n − 1; null below two
/// @param sharePositive z above 0 over count, in [0, 1]; null where count is 0
/// @param weightedMean exponentially weighted over all z up to t, half-life 6 releases; null where there is none
public record RollingStatistics(
        int count,
        @Nullable Double mean,
        @Nullable Double standardDeviation,
        @Nullable Double sharePositive,
        @Nullable Double weightedMean) {

    /// The windows that can be chosen, in days.
    public static final List<Integer> WINDOWS = List.of(30, 90, 365);

    /// The half-life of the weighted mean, in releases.
    public static final double HALF_LIFE = 6;

    private static final long SECONDS_PER_DAY = 86_400;

    /// The statistics of one indicator.
    ///
    /// @param surprises of one indicator, in the order of the calculator
    /// @param asOf t; a release at exactly t counts, one at exactly t − W does not
    /// @param days W, above 0
    public static RollingStatistics of(List<StandardisedSurprise> surprises, Instant asOf, int days) {
        if (days <= 0) {
            throw new IllegalArgumentException("window " + days + " days is not above 0");
        }
        Instant start = asOf.minusSeconds(days * SECONDS_PER_DAY);
        double[] all = known(surprises, Instant.MIN, asOf);
        double[] window = known(surprises, start, asOf);
        Double mean = window.length == 0 ? null : mean(window);
        return new RollingStatistics(
                window.length,
                mean,
                mean == null || window.length < 2 ? null : standardDeviation(window, mean),
                window.length == 0 ? null : (double) positive(window) / window.length,
                all.length == 0 ? null : exponentiallyWeightedMean(all, HALF_LIFE));
    }

    /// Σ (1−α)^i x_{n−i} / Σ (1−α)^i with α = 1 − exp(−ln 2 / h): the last value of pandas' `ewm(halflife=h).mean()`
    /// with its default, adjusted weights.
    ///
    /// @param values ascending in time, at least one
    /// @param halfLife in observations, above 0
    public static double exponentiallyWeightedMean(double[] values, double halfLife) {
        double kept = StrictMath.exp(-StrictMath.log(2) / halfLife);
        double sum = 0;
        double weights = 0;
        for (double value : values) {
            sum = kept * sum + value;
            weights = kept * weights + 1;
        }
        return sum / weights;
    }

    private static double[] known(List<StandardisedSurprise> surprises, Instant after, Instant upTo) {
        return surprises.subList(firstAfter(surprises, after), firstAfter(surprises, upTo)).stream()
                .map(StandardisedSurprise::z)
                .filter(z -> z != null)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static int firstAfter(List<StandardisedSurprise> ascending, Instant instant) {
        int low = 0;
        int high = ascending.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending.get(middle).release().releasedAt().isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double standardDeviation(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    private static int positive(double[] values) {
        int positive = 0;
        for (double value : values) {
            if (value > 0) {
                positive++;
            }
        }
        return positive;
    }
}
