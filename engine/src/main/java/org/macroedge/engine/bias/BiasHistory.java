package org.macroedge.engine.bias;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Z at many instants, in blocks of 64: the signals of a block once, then per instrument one pass over its
/// indicators with the block as inner loop. Each sum keeps the order of [BiasModel#at], so both give the same bits;
/// what is left out, weights and signals of 0, adds nothing to a sum that begins at +0. Blocks share nothing and run
/// in parallel.
final class BiasHistory {

    /// Blocks that one task takes in turn, so that it can use its arrays again: few enough to keep all processors busy.
    private static final int BLOCKS_PER_TASK = 8;

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
        int[] starts = timeline.blocks(seconds, InstantBlock.LENGTH);
        int blocks = starts.length - 1;
        int tasks = (blocks + BLOCKS_PER_TASK - 1) / BLOCKS_PER_TASK;
        IntStream.range(0, tasks).parallel().forEach(task -> {
            Task work = new Task(seconds, z);
            int first = task * BLOCKS_PER_TASK;
            for (int at = first; at < Math.min(first + BLOCKS_PER_TASK, blocks); at++) {
                work.compute(starts[at], starts[at + 1]);
            }
        });
        return z;
    }

    /// The work of one task: its blocks, one after another.
    private final class Task {
        private final double[][] z;
        private final InstantBlock block;
        private final SignalBlock[] signals;
        private final double[][] values;
        private final boolean[] live;
        private final double[] sum = new double[InstantBlock.LENGTH];
        private final double[][] chosen = new double[series.size()][];
        private final double[] weight = new double[series.size()];

        Task(long[] seconds, double[][] z) {
            this.z = z;
            this.block = new InstantBlock(seconds);
            this.signals = series.stream().map(SignalBlock::new).toArray(SignalBlock[]::new);
            this.values = Arrays.stream(signals).map(SignalBlock::values).toArray(double[][]::new);
            this.live = new boolean[signals.length];
        }

        void compute(int from, int to) {
            block.move(from, to);
            for (int at = 0; at < signals.length; at++) {
                live[at] = signals[at].compute(block);
            }
            WeightTable.Epoch epoch = timeline.at(block.second(0));
            for (int instrument = 0; instrument < instruments; instrument++) {
                if (epoch.scale()[instrument] == 0) {
                    Arrays.fill(z[instrument], from, to, Double.NaN);
                } else {
                    int count = choose(epoch.inForce().indicators()[instrument], epoch.unit()[instrument]);
                    add(count, block.length());
                    System.arraycopy(sum, 0, z[instrument], from, to - from);
                }
            }
        }

        private int choose(int[] indicators, double[] unit) {
            int count = 0;
            for (int at = 0; at < unit.length; at++) {
                if (unit[at] != 0 && live[indicators[at]]) {
                    chosen[count] = values[indicators[at]];
                    weight[count++] = unit[at];
                }
            }
            return count;
        }

        private void add(int count, int length) {
            Arrays.fill(sum, 0, length, 0);
            int at = 0;
            for (; at + 3 < count; at += 4) {
                addFour(length, sum, at, weight, chosen);
            }
            for (; at < count; at++) {
                addOne(length, sum, weight[at], chosen[at]);
            }
        }
    }

    /// Four at a time, from left to right: the sum is read and written once instead of four times.
    private static void addFour(int length, double[] sum, int at, double[] weight, double[][] chosen) {
        double w0 = weight[at];
        double w1 = weight[at + 1];
        double w2 = weight[at + 2];
        double w3 = weight[at + 3];
        double[] s0 = chosen[at];
        double[] s1 = chosen[at + 1];
        double[] s2 = chosen[at + 2];
        double[] s3 = chosen[at + 3];
        for (int i = 0; i < length; i++) {
            sum[i] = sum[i] + w0 * s0[i] + w1 * s1[i] + w2 * s2[i] + w3 * s3[i];
        }
    }

    private static void addOne(int length, double[] sum, double weight, double[] signal) {
        for (int i = 0; i < length; i++) {
            sum[i] += weight * signal[i];
        }
    }
}
