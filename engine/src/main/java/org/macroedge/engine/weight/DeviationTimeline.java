package org.macroedge.engine.weight;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.SignalMode;

/// √v of an indicator's on-schedule signal through time. It changes where the body that decides a rate changes how
/// often it meets; that of every other indicator is constant.
final class DeviationTimeline {

    private final long[] starts;
    private final double[] deviations;

    /// @param halfLife of the signal, in days
    DeviationTimeline(Indicator indicator, SignalMode mode, double halfLife) {
        this.starts = indicator.periodChanges().toArray();
        this.deviations = Arrays.stream(starts)
                .mapToDouble(
                        start -> Math.sqrt(AnalyticScale.signalVariance(mode, halfLife, indicator.periodDays(start))))
                .toArray();
    }

    double at(long second) {
        int last = starts.length - 1;
        while (starts[last] > second) {
            last--;
        }
        return deviations[last];
    }

    /// The first second after `second` from which another value holds; [Long#MAX_VALUE] where none does.
    long nextChange(long second) {
        for (long start : starts) {
            if (start > second) {
                return start;
            }
        }
        return Long.MAX_VALUE;
    }

    /// The seconds from which a value holds, the first being [Long#MIN_VALUE].
    LongStream changes() {
        return Arrays.stream(starts);
    }
}
