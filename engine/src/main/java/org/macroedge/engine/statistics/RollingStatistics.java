package org.macroedge.engine.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Summary of an indicator's clipped z over the window (t − W, t], as [SurpriseSeries] gives it.
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
}
