package org.macroedge.engine.bias;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Z at many instants, in blocks of 64: the signals of a block once, then per instrument one pass over its
/// indicators with the block as inner loop. Each sum keeps the order of [BiasModel#at], so both give the same bits.
/// Blocks share nothing and run in parallel.
final class BiasHistory {

    private static final int BLOCK = 64;

    private final List<SignalSeries> series;
    private final WeightTimeline timeline;
    private final int instruments;

    BiasHistory(List<SignalSeries> series, WeightTimeline timeline, int instruments) {
        this.series = series;
        this.timeline = timeline;
        this.instruments = instruments;
    }

    double[][] compute(long[] seconds) {
        double[][] z = new double[instruments][seconds.length];
        int blocks = (seconds.length + BLOCK - 1) / BLOCK;
        IntStream.range(0, blocks).parallel().forEach(block -> {
            int from = block * BLOCK;
            block(seconds, from, Math.min(from + BLOCK, seconds.length), z);
        });
        return z;
    }

    private void block(long[] seconds, int from, int to, double[][] z) {
        double[][] signals = new double[series.size()][];
        for (int at = 0; at < signals.length; at++) {
            signals[at] = signals(series.get(at), seconds, from, to);
        }
        for (int start = from; start < to; ) {
            long change = timeline.nextChange(seconds[start]);
            int end = start + 1;
            while (end < to && seconds[end] < change) {
                end++;
            }
            segment(timeline.at(seconds[start]), signals, from, start, end, z);
            start = end;
        }
    }

    private static double[] signals(SignalSeries one, long[] seconds, int from, int to) {
        double[] signals = new double[to - from];
        for (int at = from; at < to; at++) {
            signals[at - from] = one.signal(seconds[at]);
        }
        return signals;
    }

    private void segment(WeightTimeline.Epoch epoch, double[][] signals, int origin, int start, int end, double[][] z) {
        double[] sum = new double[end - start];
        for (int instrument = 0; instrument < instruments; instrument++) {
            if (epoch.scale()[instrument] == 0) {
                Arrays.fill(z[instrument], start, end, Double.NaN);
                continue;
            }
            Arrays.fill(sum, 0);
            double[] unit = epoch.unit()[instrument];
            for (int at = 0; at < unit.length; at++) {
                if (unit[at] != 0) {
                    accumulate(sum, signals[at], start - origin, unit[at]);
                }
            }
            System.arraycopy(sum, 0, z[instrument], start, sum.length);
        }
    }

    private static void accumulate(double[] sum, double[] signal, int offset, double weight) {
        for (int at = 0; at < sum.length; at++) {
            sum[at] += weight * signal[offset + at];
        }
    }
}
