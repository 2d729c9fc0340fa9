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

    /// The statistics of one indicator at one instant. [SurpriseSeries] gives those of many.
    ///
    /// @param surprises of one indicator, in the order of the calculator
    /// @param asOf t; a release at exactly t counts, one at exactly t − W does not
    /// @param days W, above 0
    public static RollingStatistics of(List<StandardisedSurprise> surprises, Instant asOf, int days) {
        return SurpriseSeries.of(surprises).statistics(asOf, days);
    }
}
