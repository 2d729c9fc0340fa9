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
        int[] starts = timeline.blocks(seconds, InstantBlock.LENGTH);
        IntStream.range(0, starts.length - 1).parallel().forEach(block -> {
            long[] instants = Arrays.copyOfRange(seconds, starts[block], starts[block + 1]);
            block(instants, starts[block], chosen, points);
        });
        return points;
    }

    private void block(long[] seconds, int origin, int[] chosen, List<BiasPoints> points) {
        SharedSignal[] shared = new SharedSignal[series.size()];
        for (int at = 0; at < shared.length; at++) {
            shared[at] = new SharedSignal(series.get(at), schedules.get(at), seconds);
        }
        WeightTable.Epoch epoch = timeline.at(seconds[0]);
        for (int n = 0; n < chosen.length; n++) {
            instrument(epoch, chosen[n], shared, seconds.length, points.get(n), origin);
        }
    }

    private static void instrument(
            WeightTable.Epoch epoch, int instrument, SharedSignal[] shared, int length, BiasPoints points, int origin) {
        int[] indicators = epoch.inForce().indicators()[instrument];
        double[] weights = epoch.inForce().weights()[instrument];
        double[] unit = epoch.unit()[instrument];
        double total = 0;
        ConfidenceSums sums = new ConfidenceSums(length);
        for (int at = 0; at < unit.length; at++) {
            double covered = Math.abs(weights[at]);
            total += covered;
            if (unit[at] != 0) {
                sums.add(shared[indicators[at]], unit[at], covered);
            }
        }
        boolean history = epoch.scale()[instrument] != 0;
        for (int at = 0; at < length; at++) {
            double z = history ? sums.z(at) : Double.NaN;
            Confidence parts = history ? sums.confidence(at, total) : Confidence.NOTHING_LIVE;
            points.set(origin + at, z, parts);
        }
    }

    /// One indicator at the instants of a block: what all instruments read. It walks along the series, so that the
    /// signal in force is searched for once.
    private static final class SharedSignal {
        private final double[] signal;
        private final double[] size;
        private final double[] live;
        private final double[] fresh;
        private final double[] quality;

        SharedSignal(SignalSeries one, List<ScheduledRelease> schedules, long[] seconds) {
            this.signal = new double[seconds.length];
            this.size = new double[seconds.length];
            this.live = new double[seconds.length];
            this.fresh = new double[seconds.length];
            this.quality = new double[seconds.length];
            int inForce = one.inForce(seconds[0]);
            for (int at = 0; at < seconds.length; at++) {
                inForce = one.inForce(seconds[at], inForce);
                SignalSeries.Live now = one.live(inForce, seconds[at]);
                if (now.any()) {
                    signal[at] = now.sum();
                    size[at] = now.size();
                    live[at] = 1;
                    boolean late = Lateness.late(one.indicator(), schedules, one.releasedAt(inForce), seconds[at]);
                    fresh[at] = late ? 0 : 1;
                    quality[at] = now.quality();
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

        void add(SharedSignal shared, double weight, double covered) {
            for (int at = 0; at < z.length; at++) {
                double absolute = Math.abs(weight) * shared.size[at];
                z[at] += weight * shared.signal[at];
                live[at] += covered * shared.live[at];
                fresh[at] += covered * shared.fresh[at];
                size[at] += absolute;
                trusted[at] += absolute * shared.quality[at];
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
