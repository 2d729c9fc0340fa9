package org.macroedge.engine.bias;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.SurpriseIndex;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.signal.InstantBlock;
import org.macroedge.engine.signal.SignalSeries;
import org.macroedge.engine.waterfall.Waterfall;
import org.macroedge.engine.waterfall.WaterfallPart;
import org.macroedge.engine.weight.LiveWeights;
import org.macroedge.engine.weight.WeightTable;
import org.macroedge.engine.weight.WeightTimeline;

/// Surprise indices that share mode, half-lives and clip, so that one walk over the signals serves all of them. Each
/// takes the place of an instrument. Immutable and thread-safe.
final class IndexGroup {

    private final List<SurpriseIndex> indices;
    private final List<IndicatorInput> inputs;
    private final List<SignalSeries> series;
    private final WeightTable table;

    /// @param inputs of all indicators, ascending by id, with signals as the weights say
    IndexGroup(List<SurpriseIndex> indices, List<IndicatorInput> inputs, WeightSet weights) {
        this.indices = List.copyOf(indices);
        this.inputs = inputs;
        this.series = inputs.stream().map(IndicatorInput::signals).toList();
        List<Indicator> indicators = IndicatorInput.indicators(inputs);
        this.table = WeightTable.ofIndices(
                indicators, series.stream().map(SignalSeries::halfLife).toList(), this.indices, weights);
    }

    List<SurpriseIndex> indices() {
        return indices;
    }

    /// Some of the indices at a second, each with its releases.
    ///
    /// @param chosen positions in [#indices]
    List<IndexBreakdown> at(int[] chosen, long second) {
        InstantBlock block = InstantBlock.ofOneInstant();
        block.moveTo(second);
        LiveWeights weights = new LiveWeights(table, activeFrom(), second);
        SignalWalk walk = new SignalWalk(series, table.indicatorsFor(chosen), block, weights.at(second));
        walk.step(weights.at(second));
        ValueReader value = new ValueReader(walk);
        CoverageReader coverage = new CoverageReader(walk, series);
        ReasonsReader reasons = new ReasonsReader(walk, inputs);
        return IntStream.of(chosen)
                .mapToObj(row -> {
                    ReasonsReader.Reasons why = reasons.read(row);
                    IndexReading reading = IndexReading.of(value.read(row)[0], coverage.read(row)[0]);
                    return new IndexBreakdown(indices.get(row), reading, why.contributions(), why.missing());
                })
                .toList();
    }

    /// Some of the indices at many seconds.
    ///
    /// @param chosen positions in [#indices]
    /// @param seconds ascending
    List<IndexPoints> points(int[] chosen, long[] seconds) {
        List<IndexPoints> points = IntStream.of(chosen)
                .mapToObj(row -> new IndexPoints(indices.get(row), seconds.length))
                .toList();
        WeightTimeline timeline = new WeightTimeline(table, activeFrom());
        new HistoryWalk(series, timeline, table.indicatorsFor(chosen)).over(seconds, walk -> {
            ValueReader value = new ValueReader(walk);
            CoverageReader coverage = new CoverageReader(walk, series);
            InstantBlock block = walk.block();
            return () -> {
                for (int index = 0; index < chosen.length; index++) {
                    points.get(index)
                            .set(block.from(), block.length(), value.read(chosen[index]), coverage.read(chosen[index]));
                }
            };
        });
        return points;
    }

    /// Why an index changes between two instants.
    ///
    /// @param row its position in [#indices]
    List<WaterfallPart> change(int row, Instant from, Instant to) {
        return new Waterfall(IndicatorInput.indicators(inputs), series, new WeightTimeline(table, activeFrom()))
                .parts(row, table.indicatorsFor(row), from, to);
    }

    private long[] activeFrom() {
        return series.stream().mapToLong(SignalSeries::activeFrom).toArray();
    }
}
