package org.macroedge.engine.waterfall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private final List<WaterfallPart> parts = new ArrayList<>();
    private final Map<Long, Double> scale = new TreeMap<>();

    /// The live signals are those from the first to the last, both included.
    private int first;

    private int last;
    private double weight;
    private double divisor;
    private double decay;

    IndicatorWalk(Indicator indicator, SignalSeries series, WeightTimeline timeline) {
        this.indicator = indicator;
        this.series = series;
        this.timeline = timeline;
    }

    /// Every part but the changes of scale.
    ///
    /// @param row the instrument or index
    /// @param position of the indicator
    List<WaterfallPart> over(int row, int position, long from, long to) {
        last = series.inForce(from);
        first = series.firstLive(last, from);
        weigh(timeline.at(from), row, position);
        long now = from;
        while (now < to) {
            long change = timeline.nextChange(now);
            long next = Math.min(to, Math.min(nextSignal(), change));
            decay += unit() * (before(next) - at(now));
            while (series.displacedAt(last) <= next) {
                release(next);
            }
            while (first <= last && series.age(first, next) >= series.halfLife().window()) {
                rollOff(next);
            }
            if (next == change) {
                reweigh(timeline.at(next), row, position, next);
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

    private double unit() {
        return divisor > 0 ? weight / divisor : 0;
    }

    /// The sum of the live signals at a second.
    private double at(long second) {
        double sum = 0;
        for (int signal = first; signal <= last; signal++) {
            sum += series.signal(signal, second);
        }
        return sum;
    }

    /// The sum of the live signals just before what happens at a second: one that ends then has its last value.
    private double before(long second) {
        double sum = 0;
        for (int signal = first; signal <= last; signal++) {
            sum += lastValue(signal, second);
        }
        return sum;
    }

    private double lastValue(int signal, long second) {
        long age = Math.min(series.age(signal, second), series.halfLife().window() - 1);
        return series.z(signal) * series.halfLife().decay(age);
    }

    private void release(long second) {
        double old = before(second);
        @Nullable StandardisedSurprise replaced = null;
        last++;
        double added = series.signal(last, second);
        if (!series.addsUp()) {
            replaced = first < last ? series.surprise(last - 1) : null;
            added -= old;
            first = last;
        }
        book(PartKind.RELEASE, second, series.surprise(last), replaced, unit() * old, unit() * added);
    }

    private void rollOff(long second) {
        double ended = lastValue(first, second);
        book(PartKind.ROLL_OFF, second, series.surprise(first), null, unit() * before(second), -unit() * ended);
        first++;
    }

    private void reweigh(ScaledWeights weights, int row, int position, long second) {
        double signal = at(second);
        double oldWeight = weight;
        double oldDivisor = divisor;
        double old = unit() * signal;
        weigh(weights, row, position);
        double activated = activated(signal, old, oldWeight, oldDivisor);
        book(PartKind.ACTIVATION, second, null, null, old, activated);
        scale.put(second, unit() * signal - old - activated);
    }

    /// What the new weight does at the old scale. Where there is no scale before or after it, nothing else can be told
    /// apart.
    private double activated(double signal, double old, double oldWeight, double oldDivisor) {
        if (weight == oldWeight) {
            return 0;
        }
        boolean bothScales = oldDivisor > 0 && divisor > 0;
        return bothScales ? (weight - oldWeight) / oldDivisor * signal : unit() * signal - old;
    }

    private void weigh(ScaledWeights weights, int row, int position) {
        weight = weights.activeWeight(row, position);
        divisor = weights.scale(row);
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
