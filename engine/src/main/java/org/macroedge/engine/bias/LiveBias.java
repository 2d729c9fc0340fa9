package org.macroedge.engine.bias;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.regime.QuadrantTimeline;
import org.macroedge.engine.signal.InstantBlock;
import org.macroedge.engine.signal.SignalSeries;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.weight.LiveWeights;
import org.macroedge.engine.weight.WeightTable;

/// The bias of every instrument while releases arrive: it takes one surprise after another, and gives Z at any instant
/// from the last of them on.
///
/// This is the walk of a history, started from a state and taken one instant at a time, so each Z has the bits that
/// [BiasModel#at] gives with all those surprises from the start. Belongs to one thread.
public final class LiveBias {

    private final Map<IndicatorId, Integer> positions = new HashMap<>();
    private final List<SignalSeries> series;
    private final LiveWeights weights;
    private final SignalWalk walk;
    private final ValueReader value;
    private final boolean dependsOnRelease;
    private final List<StandardisedSurprise> arrived = new ArrayList<>();
    private QuadrantTimeline quadrants;
    private long monthEnd;
    private long latest;

    /// @param past the series of these indicators, which the state is taken from
    /// @param quadrants that hold while all of the past is known
    /// @param latest the second up to which they are read
    LiveBias(
            WeightTable table,
            List<Indicator> indicators,
            List<SignalSeries> past,
            QuadrantTimeline quadrants,
            long latest) {
        this.latest = latest;
        this.series = past.stream().map(signals -> signals.stateAt(latest)).toList();
        for (int index = 0; index < indicators.size(); index++) {
            positions.put(indicators.get(index).id(), index);
        }
        long[] activeFrom = series.stream().mapToLong(SignalSeries::activeFrom).toArray();
        this.dependsOnRelease = table.dependsOnRelease();
        this.quadrants = dependsOnRelease ? quadrants.until(Instant.ofEpochSecond(latest)) : quadrants;
        this.monthEnd = QuadrantTimeline.monthEnd(latest);
        this.weights = new LiveWeights(table.with(this.quadrants), activeFrom, latest);
        int[] all = IntStream.range(0, series.size()).toArray();
        this.walk = new SignalWalk(series, all, InstantBlock.ofOneInstant(), weights.at(latest));
        this.value = new ValueReader(walk);
    }

    /// Takes a surprise. If it has no usable z, or describes an older declared period than the signal in force, the old
    /// signal goes on decaying.
    ///
    /// @throws IllegalArgumentException for an unknown indicator, or a release before the last instant
    public void release(StandardisedSurprise surprise) {
        IndicatorId indicator = surprise.release().indicator();
        Integer position = positions.get(indicator);
        if (position == null) {
            throw new IllegalArgumentException("indicator " + indicator + " is not in the model");
        }
        advance(surprise.release().releasedAt().getEpochSecond());
        if (dependsOnRelease) {
            arrived.add(surprise);
        }
        if (series.get(position).take(surprise)) {
            weights.activate(position, latest);
        }
    }

    /// Z of every instrument at a second; NaN without history.
    ///
    /// @param second not before the last release or the last second asked for
    /// @param bias receives one value per instrument, in the order of the model
    /// @throws IllegalArgumentException for an earlier second
    public void at(long second, double[] bias) {
        advance(second);
        walk.block().moveTo(second);
        walk.step(weights.at(second));
        for (int instrument = 0; instrument < bias.length; instrument++) {
            bias[instrument] = value.read(instrument)[0];
        }
    }

    private void advance(long second) {
        if (second < latest) {
            throw new IllegalArgumentException("second " + second + " is before " + latest + ", the last one taken");
        }
        latest = second;
        if (dependsOnRelease && second > monthEnd) {
            endMonth();
        }
    }

    /// The releases before a month-end that has passed are all known, and decide the quadrants
    /// from there on.
    private void endMonth() {
        quadrants = quadrants.with(arrived);
        arrived.clear();
        weights.use(quadrants, latest);
        monthEnd = QuadrantTimeline.monthEnd(latest);
    }
}
