package org.macroedge.engine.bias;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.release.ScheduledRelease;

/// Bias and confidence at many instants, in blocks of 64: what every instrument shares of a block once, then per
/// instrument one pass over its indicators with the block as inner loop. A signal that is not live adds 0, so each
/// sum has the bits of [BiasModel#at]. Blocks share nothing and run in parallel.
final class ConfidenceHistory {

    private static final int BLOCK = 64;

    private final List<SignalSeries> series;
    private final List<List<ScheduledRelease>> schedules;
    private final WeightTimeline timeline;

    ConfidenceHistory(List<SignalSeries> series, List<List<ScheduledRelease>> schedules, WeightTimeline timeline) {
        this.series = series;
        this.schedules = schedules;
        this.timeline = timeline;
    }

    /// @param chosen positions in `instruments`
    List<BiasPoints> compute(List<Instrument> instruments, int[] chosen, long[] seconds) {
        List<BiasPoints> points = Arrays.stream(chosen)
                .mapToObj(at -> new BiasPoints(instruments.get(at), seconds.length))
                .toList();
        int blocks = (seconds.length + BLOCK - 1) / BLOCK;
        IntStream.range(0, blocks).parallel().forEach(block -> {
            int from = block * BLOCK;
            int to = Math.min(from + BLOCK, seconds.length);
            block(Arrays.copyOfRange(seconds, from, to), from, chosen, points);
        });
        return points;
    }

    private void block(long[] seconds, int origin, int[] chosen, List<BiasPoints> points) {
        SharedSignal[] shared = new SharedSignal[series.size()];
        for (int at = 0; at < shared.length; at++) {
            shared[at] = new SharedSignal(series.get(at), schedules.get(at), seconds);
        }
        for (int start = 0; start < seconds.length; ) {
            long change = timeline.nextChange(seconds[start]);
            int end = start + 1;
            while (end < seconds.length && seconds[end] < change) {
                end++;
            }
            WeightTable.Epoch epoch = timeline.at(seconds[start]);
            for (int n = 0; n < chosen.length; n++) {
                segment(epoch, chosen[n], shared, start, end, points.get(n), origin);
            }
            start = end;
        }
    }

    private static void segment(
            WeightTable.Epoch epoch,
            int instrument,
            SharedSignal[] shared,
            int start,
            int end,
            BiasPoints points,
            int origin) {
        int[] indicators = epoch.inForce().indicators()[instrument];
        double[] weights = epoch.inForce().weights()[instrument];
        double[] unit = epoch.unit()[instrument];
        double total = 0;
        ConfidenceSums sums = new ConfidenceSums(end - start);
        for (int at = 0; at < unit.length; at++) {
            double covered = Math.abs(weights[at]);
            total += covered;
            if (unit[at] != 0) {
                sums.add(shared[indicators[at]], start, unit[at], covered);
            }
        }
        boolean history = epoch.scale()[instrument] != 0;
        for (int at = start; at < end; at++) {
            double z = history ? sums.z(at - start) : Double.NaN;
            Confidence parts = history ? sums.confidence(at - start, total) : Confidence.NOTHING_LIVE;
            points.set(origin + at, z, parts);
        }
    }

    /// One indicator at the instants of a block: what all instruments read.
    private static final class SharedSignal {
        private final double[] signal;
        private final double[] live;
        private final double[] fresh;
        private final double[] quality;

        SharedSignal(SignalSeries one, List<ScheduledRelease> schedules, long[] seconds) {
            this.signal = new double[seconds.length];
            this.live = new double[seconds.length];
            this.fresh = new double[seconds.length];
            this.quality = new double[seconds.length];
            for (int at = 0; at < seconds.length; at++) {
                int inForce = one.inForce(seconds[at]);
                if (inForce != SignalSeries.NONE
                        && one.age(inForce, seconds[at]) < one.halfLife().window()) {
                    long releasedAt = seconds[at] - one.age(inForce, seconds[at]);
                    signal[at] = one.signal(seconds[at]);
                    live[at] = 1;
                    fresh[at] = Lateness.late(one.indicator(), schedules, releasedAt, seconds[at]) ? 0 : 1;
                    quality[at] = BiasModel.quality(one.surprise(inForce));
                }
            }
        }
    }

    private static final class ConfidenceSums {
        private final double[] z;
        private final double[] live;
        private final double[] fresh;
        private final double[] size;
        private final double[] trusted;

        ConfidenceSums(int count) {
            this.z = new double[count];
            this.live = new double[count];
            this.fresh = new double[count];
            this.size = new double[count];
            this.trusted = new double[count];
        }

        void add(SharedSignal shared, int start, double weight, double covered) {
            for (int at = 0; at < z.length; at++) {
                double contribution = weight * shared.signal[start + at];
                double absolute = Math.abs(contribution);
                z[at] += contribution;
                live[at] += covered * shared.live[start + at];
                fresh[at] += covered * shared.fresh[start + at];
                size[at] += absolute;
                trusted[at] += absolute * shared.quality[start + at];
            }
        }

        double z(int at) {
            return z[at];
        }

        Confidence confidence(int at, double total) {
            return live[at] == 0
                    ? Confidence.NOTHING_LIVE
                    : Confidence.of(live[at] / total, fresh[at] / live[at], size[at], trusted[at], Math.abs(z[at]));
        }
    }
}
