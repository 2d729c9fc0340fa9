package org.macroedge.engine.waterfall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.signal.SignalSeries;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.weight.ScaledWeights;
import org.macroedge.engine.weight.WeightTimeline;

/// Walks over the signals of one indicator from one event to the next, and books what each does to its contribution.
/// For one use.
final class IndicatorWalk {

    private final Indicator indicator;
    private final SignalSeries series;
    private final WeightTimeline timeline;
    private final int row;
    private final int position;
    private final List<WaterfallPart> parts = new ArrayList<>();
    private final Map<Long, Double> scale = new TreeMap<>();

    /// The live signals are those from the first to the last, both included.
    private int first;

    private int last;
    private ScaledWeights weights;
    private double decay;

    /// Where no weight depends on its signal, the last one that was looked up.
    private @Nullable ScaledWeights looked;

    private double lookedUp;

    /// A part of the sum, from signals that share a weight.
    private interface Part {

        /// @param from the first of them
        /// @param to the last of them; before `from` where no signal is live
        double of(int from, int to);
    }

    /// @param row the instrument or index
    /// @param position of the indicator
    /// @param from the second at which the walk starts
    IndicatorWalk(Indicator indicator, SignalSeries series, WeightTimeline timeline, int row, int position, long from) {
        this.indicator = indicator;
        this.series = series;
        this.timeline = timeline;
        this.row = row;
        this.position = position;
        this.weights = timeline.at(from);
        this.last = series.inForce(from);
        this.first = series.firstLive(last, from);
    }

    /// Every part but the changes of scale.
    List<WaterfallPart> over(long from, long to) {
        long now = from;
        while (now < to) {
            long change = timeline.nextChange(now);
            long next = Math.min(to, Math.min(nextSignal(), change));
            decay += decayed(now, next);
            while (series.displacedAt(last) <= next) {
                release(next);
            }
            while (first <= last && series.age(first, next) >= series.halfLife().window()) {
                rollOff(next);
            }
            if (next == change) {
                reweigh(timeline.at(next), next);
            }
            now = next;
        }
        parts.add(new WaterfallPart(PartKind.DECAY, null, indicator, null, null, null, decay));
        return parts;
    }

    /// What changes of the scale did, by second.
    Map<Long, Double> scale() {
        return scale;
    }

    /// The next second at which a signal comes into force or ends.
    private long nextSignal() {
        long end = first <= last ? series.releasedAt(first) + series.halfLife().window() : Long.MAX_VALUE;
        return Math.min(series.displacedAt(last), end);
    }

    /// A part of all live signals. Where each has a weight of its own, they are taken one by
    /// one.
    private double total(Part part) {
        int end = weights.dependsOnRelease() ? Math.min(first, last) : last;
        double total = part.of(first, end);
        for (int signal = end + 1; signal <= last; signal++) {
            total += part.of(signal, signal);
        }
        return total;
    }

    private static double sum(int from, int to, IntToDoubleFunction value) {
        double sum = 0;
        for (int signal = from; signal <= to; signal++) {
            sum += value.applyAsDouble(signal);
        }
        return sum;
    }

    /// The weight of a signal; where it depends on the signal and none is live, that of a
    /// release of long ago.
    private double weight(ScaledWeights by, int signal) {
        if (by.dependsOnRelease()) {
            return by.activeWeight(row, position, signal <= last ? series.releasedAt(signal) : Long.MIN_VALUE);
        }
        if (by != looked) {
            looked = by;
            lookedUp = by.activeWeight(row, position, Long.MIN_VALUE);
        }
        return lookedUp;
    }

    private double unit(ScaledWeights by, int signal) {
        double divisor = by.scale(row);
        return divisor > 0 ? weight(by, signal) / divisor : 0;
    }

    private double decayed(long now, long next) {
        return total((from, to) -> unit(weights, from)
                * (sum(from, to, signal -> lastValue(signal, next))
                        - sum(from, to, signal -> series.signal(signal, now))));
    }

    /// The contribution just before what happens at a second: a signal that ends then has its
    /// last value.
    private double before(long second) {
        return total((from, to) -> unit(weights, from) * sum(from, to, signal -> lastValue(signal, second)));
    }

    private double lastValue(int signal, long second) {
        long age = Math.min(series.age(signal, second), series.halfLife().window() - 1);
        return series.z(signal) * series.halfLife().decay(age);
    }

    private void release(long second) {
        double before = before(second);
        last++;
        double unit = unit(weights, last);
        double added = series.signal(last, second);
        if (series.addsUp() || first == last) {
            book(PartKind.RELEASE, second, series.surprise(last), null, before, unit * added);
            return;
        }
        int displaced = last - 1;
        boolean isSameWeight = unit(weights, displaced) == unit;
        double part = isSameWeight ? unit * (added - lastValue(displaced, second)) : unit * added - before;
        first = last;
        book(PartKind.RELEASE, second, series.surprise(last), series.surprise(displaced), before, part);
    }

    private void rollOff(long second) {
        double ended = unit(weights, first) * lastValue(first, second);
        book(PartKind.ROLL_OFF, second, series.surprise(first), null, before(second), -ended);
        first++;
    }

    private void reweigh(ScaledWeights next, long second) {
        IntToDoubleFunction value = signal -> series.signal(signal, second);
        double before = total((from, to) -> unit(weights, from) * sum(from, to, value));
        double activated = total((from, to) -> activated(next, from, sum(from, to, value)));
        double after = total((from, to) -> unit(next, from) * sum(from, to, value));
        book(PartKind.ACTIVATION, second, null, null, before, activated);
        scale.put(second, after - before - activated);
        weights = next;
    }

    /// What the new weight of a signal does at the old scale. Where there is no scale before or
    /// after it, nothing else can be told apart.
    private double activated(ScaledWeights next, int signal, double value) {
        double change = weight(next, signal) - weight(weights, signal);
        if (change == 0) {
            return 0;
        }
        double divisor = weights.scale(row);
        boolean bothScales = divisor > 0 && next.scale(row) > 0;
        return bothScales ? change / divisor * value : unit(next, signal) * value - unit(weights, signal) * value;
    }

    private void book(
            PartKind kind,
            long second,
            @Nullable StandardisedSurprise release,
            @Nullable StandardisedSurprise replaced,
            double before,
            double part) {
        parts.add(new WaterfallPart(kind, Instant.ofEpochSecond(second), indicator, release, replaced, before, part));
    }
}
