package org.macroedge.benchmarks;

import java.util.Arrays;
import java.util.List;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.surprise.StandardisedSurprise;

/// How many contributions a full history adds up: at each instant one for each instrument and live signal with a
/// weight.
final class LiveContributions {

    private static final double LIVE_HALF_LIVES = 4;
    private static final double SECONDS_PER_DAY = 86_400;

    private LiveContributions() {}

    static long count(ArchiveInput input) {
        long count = 0;
        for (Indicator indicator : input.indicators()) {
            long readers = input.instruments().stream()
                    .filter(instrument -> input.weights().weighs(instrument, indicator))
                    .count();
            double halfLife = input.weights().halfLives().getOrDefault(indicator.frequency(), 0.0);
            count += readers
                    * liveInstants(
                            input.surprises().getOrDefault(indicator.id(), List.of()),
                            (long) Math.ceil(LIVE_HALF_LIVES * halfLife * SECONDS_PER_DAY),
                            input.seconds());
        }
        return count;
    }

    private static long liveInstants(List<StandardisedSurprise> surprises, long window, long[] seconds) {
        long[] released = surprises.stream()
                .filter(StandardisedSurprise::usable)
                .mapToLong(one -> one.release().releasedAt().getEpochSecond())
                .distinct()
                .toArray();
        long count = 0;
        for (int at = 0; at < released.length; at++) {
            long next = at + 1 < released.length ? released[at + 1] : Long.MAX_VALUE;
            count += first(seconds, Math.min(next, released[at] + window)) - first(seconds, released[at]);
        }
        return count;
    }

    private static int first(long[] ascending, long second) {
        int found = Arrays.binarySearch(ascending, second);
        return found >= 0 ? found : -found - 1;
    }
}
