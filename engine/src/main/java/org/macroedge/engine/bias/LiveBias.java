package org.macroedge.engine.bias;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.IndicatorId;

/// The bias of every instrument while releases arrive: takes one surprise after another, and gives Z at any instant
/// from the last of them on.
///
/// Each Z is summed afresh in ascending indicator id, so it has the bits that [BiasModel#at] gives with all those
/// surprises from the start. A decay is computed once per indicator and instant and shared by all instruments; weights
/// change only where an indicator gets its first usable z, comes into force or ends. Belongs to one thread.
public final class LiveBias {

    private final WeightTable table;
    private final Map<IndicatorId, Integer> positions = new HashMap<>();
    private final LiveSignal[] live;
    private final long[] activeFrom;
    private final double[] signals;
    private WeightTable.InForce inForce;
    private WeightTable.Epoch epoch;
    private boolean activated;
    private long latest;

    /// @param latest the second up to which the series are taken
    LiveBias(WeightTable table, List<SignalSeries> series, long latest) {
        this.table = table;
        this.latest = latest;
        int size = series.size();
        this.live = series.stream().map(SignalSeries::empty).toArray(LiveSignal[]::new);
        this.signals = new double[size];
        this.activeFrom = new long[size];
        Arrays.fill(activeFrom, Long.MAX_VALUE);
        for (int at = 0; at < size; at++) {
            SignalSeries one = series.get(at);
            positions.put(one.indicator().id(), at);
            if (one.activeFrom() <= latest) {
                activeFrom[at] = one.activeFrom();
                one.upTo(latest).forEach(live[at]::take);
            }
        }
        this.inForce = table.inForce(latest);
        this.epoch = table.epoch(inForce, activeFrom, latest);
    }

    /// Takes a surprise in. Where it has no usable z, or describes an older declared period than the one in force, the
    /// old signal goes on decaying.
    ///
    /// @throws IllegalArgumentException for an unknown indicator, or a release before the last instant
    public void release(StandardisedSurprise surprise) {
        IndicatorId indicator = surprise.release().indicator();
        Integer at = positions.get(indicator);
        if (at == null) {
            throw new IllegalArgumentException("no indicator " + indicator + " in the model");
        }
        advance(surprise.release().releasedAt().getEpochSecond());
        if (live[at].take(surprise) && activeFrom[at] == Long.MAX_VALUE) {
            activeFrom[at] = latest;
            activated = true;
        }
    }

    /// Z of every instrument at a second; NaN without history.
    ///
    /// @param second not before the last release or the last second asked for
    /// @param bias takes one value per instrument, in the order of the model
    /// @throws IllegalArgumentException for an earlier second
    public void at(long second, double[] bias) {
        advance(second);
        for (int at = 0; at < signals.length; at++) {
            signals[at] = live[at].at(second);
        }
        weigh(second);
        for (int instrument = 0; instrument < bias.length; instrument++) {
            bias[instrument] = epoch.scale()[instrument] == 0 ? Double.NaN : sum(instrument);
        }
    }

    private double sum(int instrument) {
        int[] indicators = epoch.inForce().indicators()[instrument];
        double[] unit = epoch.unit()[instrument];
        double sum = 0;
        for (int at = 0; at < unit.length; at++) {
            sum += unit[at] * signals[indicators[at]];
        }
        return sum;
    }

    private void weigh(long second) {
        boolean changed = second >= inForce.until();
        if (changed) {
            inForce = table.inForce(second);
        }
        if (changed || activated) {
            epoch = table.epoch(inForce, activeFrom, second);
            activated = false;
        }
    }

    private void advance(long second) {
        if (second < latest) {
            throw new IllegalArgumentException("second " + second + " lies before " + latest + ", the last one taken");
        }
        latest = second;
    }
}
