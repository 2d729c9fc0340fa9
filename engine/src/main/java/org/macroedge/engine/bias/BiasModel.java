package org.macroedge.engine.bias;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.catalogue.SurpriseIndex;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.regime.QuadrantTimeline;
import org.macroedge.engine.release.ScheduledRelease;
import org.macroedge.engine.signal.InstantBlock;
import org.macroedge.engine.signal.SignalSeries;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.waterfall.Waterfall;
import org.macroedge.engine.waterfall.WaterfallPart;
import org.macroedge.engine.weight.WeightTable;
import org.macroedge.engine.weight.WeightTimeline;

/// The bias of every instrument, at any instant: Z = Σ c with c = (w/S)·s, added in ascending indicator id. In mode
/// `sum` the signal s of an indicator is that of several releases, each of which has its own contribution.
///
/// A release at exactly the instant counts; a later one never does, so cutting the input at an instant leaves the
/// answer at that instant unchanged to the bit. Every answer is read from the same walk over the signals. Immutable and
/// thread-safe.
public final class BiasModel {

    private final List<Instrument> instruments;
    private final List<IndicatorInput> inputs;
    private final List<SignalSeries> series;
    private final WeightTable table;
    private final WeightTimeline timeline;
    private final WeightSet weights;
    private final QuadrantTimeline quadrants;

    /// @param indicators in any order, each id once
    /// @param surprises per indicator, in any order; an indicator without any may be absent
    /// @param schedules per indicator; an indicator without any may be absent
    public BiasModel(
            List<Indicator> indicators,
            List<Instrument> instruments,
            WeightSet weights,
            Map<IndicatorId, List<StandardisedSurprise>> surprises,
            Map<IndicatorId, List<ScheduledRelease>> schedules) {
        this(indicators, instruments, weights, surprises, schedules, new QuadrantTimeline(indicators, surprises));
    }

    /// As above, for several models of the same surprises.
    ///
    /// @param quadrants of these indicators and surprises
    public BiasModel(
            List<Indicator> indicators,
            List<Instrument> instruments,
            WeightSet weights,
            Map<IndicatorId, List<StandardisedSurprise>> surprises,
            Map<IndicatorId, List<ScheduledRelease>> schedules,
            QuadrantTimeline quadrants) {
        List<Indicator> ascending =
                indicators.stream().sorted(Comparator.comparing(Indicator::id)).toList();
        this.instruments = List.copyOf(instruments);
        this.weights = weights;
        this.quadrants = quadrants;
        this.inputs = IndicatorInput.all(ascending, weights, surprises, schedules);
        this.series = inputs.stream().map(IndicatorInput::signals).toList();
        this.table = new WeightTable(
                ascending, series.stream().map(SignalSeries::halfLife).toList(), this.instruments, weights, quadrants);
        this.timeline = new WeightTimeline(table, activeFrom(series));
    }

    private BiasModel(BiasModel base, List<IndicatorInput> inputs) {
        this.instruments = base.instruments;
        this.weights = base.weights;
        this.quadrants = base.quadrants;
        this.table = base.table;
        this.inputs = inputs;
        this.series = inputs.stream().map(IndicatorInput::signals).toList();
        long[] activeFrom = activeFrom(series);
        this.timeline = Arrays.equals(activeFrom, activeFrom(base.series))
                ? base.timeline
                : new WeightTimeline(table, activeFrom);
    }

    private static long[] activeFrom(List<SignalSeries> series) {
        return series.stream().mapToLong(SignalSeries::activeFrom).toArray();
    }

    /// The same model with other surprises of some indicators. Everything else is shared, so that this
    /// costs as much as those indicators do; the weights are computed again only where an indicator becomes
    /// active at another instant.
    ///
    /// The quadrants are shared too. Where weights depend on them, its answers hold up to the
    /// first month-end after the earliest release that differs.
    ///
    /// @param surprises per indicator of the model, in any order
    public BiasModel with(Map<IndicatorId, List<StandardisedSurprise>> surprises) {
        return new BiasModel(
                this,
                inputs.stream()
                        .map(input -> {
                            @Nullable
                            List<StandardisedSurprise> others =
                                    surprises.get(input.indicator().id());
                            return others == null ? input : input.with(others, weights);
                        })
                        .toList());
    }

    /// The instruments, in the order of every answer.
    public List<Instrument> instruments() {
        return instruments;
    }

    /// The bias of every instrument at an instant, with its reasons.
    public List<InstrumentBias> at(Instant instant) {
        int[] all = IntStream.range(0, instruments.size()).toArray();
        return at(all, instant);
    }

    /// The bias of one instrument at an instant, with its reasons. Only the indicators with a weight for it are read.
    ///
    /// @param instrument its position in [#instruments]
    public InstrumentBias at(int instrument, Instant instant) {
        return at(new int[] {instrument}, instant).getFirst();
    }

    private List<InstrumentBias> at(int[] chosen, Instant instant) {
        SignalWalk walk = walk(table.indicatorsFor(chosen), instant);
        ValueReader value = new ValueReader(walk);
        HealthReader health = new HealthReader(walk, inputs);
        ReasonsReader reasons = new ReasonsReader(walk, inputs);
        health.step();
        return IntStream.of(chosen)
                .mapToObj(instrument -> {
                    double z = value.read(instrument)[0];
                    health.read(instrument);
                    return bias(instrument, z, health, reasons.read(instrument));
                })
                .toList();
    }

    private InstrumentBias bias(int instrument, double z, HealthReader health, ReasonsReader.Reasons reasons) {
        DataHealth data = health.health(0);
        @Nullable PairCoverage sides = health.sides(0);
        return new InstrumentBias(
                instruments.get(instrument),
                Double.isNaN(z) ? null : z,
                data,
                health.composition(0, z),
                sides,
                NoLabel.of(table.weighs(instrument), z, data, sides),
                reasons.contributions(),
                reasons.missing());
    }

    private SignalWalk walk(int[] indicators, Instant instant) {
        long second = instant.getEpochSecond();
        InstantBlock block = InstantBlock.ofOneInstant();
        block.moveTo(second);
        SignalWalk walk = new SignalWalk(series, indicators, block, timeline.at(second));
        walk.step(timeline.at(second));
        return walk;
    }

    /// The surprises of each region and category at an instant, without exposure or direction.
    public List<HeatCell> heatMap(Instant instant) {
        int[] all = IntStream.range(0, series.size()).toArray();
        return HeatMap.read(walk(all, instant), inputs, table.shares(instant.getEpochSecond()), weights);
    }

    /// The margin of the heat map: the surprise index of each region over all categories, in the order of the
    /// vocabulary.
    public List<IndexBreakdown> regions(Instant instant) {
        List<SurpriseIndex> regions = Arrays.stream(Region.values())
                .map(region -> SurpriseIndex.ofRegion(region, weights))
                .toList();
        int[] all = IntStream.range(0, regions.size()).toArray();
        return new IndexGroup(regions, inputs, weights).at(all, instant.getEpochSecond());
    }

    /// Z of every instrument at many instants.
    ///
    /// @param seconds since 1970-01-01T00:00Z, ascending
    /// @return one array per instrument, one value per instant; NaN where there is no history
    public double[][] history(long[] seconds) {
        double[][] z = new double[instruments.size()][seconds.length];
        int[] all = IntStream.range(0, z.length).toArray();
        new HistoryWalk(series, timeline, table.indicatorsFor(all)).over(ascending(seconds), walk -> {
            ValueReader value = new ValueReader(walk);
            InstantBlock block = walk.block();
            return () -> {
                for (int instrument = 0; instrument < z.length; instrument++) {
                    System.arraycopy(value.read(instrument), 0, z[instrument], block.from(), block.length());
                }
            };
        });
        return z;
    }

    /// Why Z of an instrument changes between two instants, in parts that add up to the change. An instrument without
    /// history counts as 0.
    ///
    /// @param instrument its position in [#instruments]
    /// @param from not after `to`
    public List<WaterfallPart> change(int instrument, Instant from, Instant to) {
        return new Waterfall(IndicatorInput.indicators(inputs), series, timeline)
                .parts(instrument, table.indicatorsFor(instrument), from, to);
    }

    /// The state at an instant, from which to continue with each release as it arrives.
    public LiveBias live(Instant instant) {
        return new LiveBias(table, IndicatorInput.indicators(inputs), series, quadrants, instant.getEpochSecond());
    }

    /// Bias and data health of some instruments at many instants, each point to the bits of [#at].
    ///
    /// @param chosen positions in [#instruments]
    /// @param seconds since 1970-01-01T00:00Z, ascending
    /// @return in the order of `chosen`
    public List<BiasPoints> points(int[] chosen, long[] seconds) {
        List<BiasPoints> points = IntStream.of(chosen)
                .mapToObj(instrument -> new BiasPoints(instruments.get(instrument), seconds.length))
                .toList();
        new HistoryWalk(series, timeline, table.indicatorsFor(chosen)).over(ascending(seconds), walk -> {
            ValueReader value = new ValueReader(walk);
            HealthReader health = new HealthReader(walk, inputs);
            return () -> {
                health.step();
                for (int index = 0; index < chosen.length; index++) {
                    double[] z = value.read(chosen[index]);
                    health.read(chosen[index]);
                    fill(points.get(index), walk.block(), z, health, table.weighs(chosen[index]));
                }
            };
        });
        return points;
    }

    private static void fill(BiasPoints points, InstantBlock block, double[] z, HealthReader health, boolean weighted) {
        for (int index = 0; index < block.length(); index++) {
            DataHealth data = health.health(index);
            NoLabel reason = NoLabel.of(weighted, z[index], data, health.sides(index));
            points.set(block.from() + index, z[index], data, health.composition(index, z[index]), reason);
        }
    }

    private static long[] ascending(long[] seconds) {
        for (int index = 1; index < seconds.length; index++) {
            if (seconds[index] < seconds[index - 1]) {
                throw new IllegalArgumentException("second " + seconds[index] + " follows " + seconds[index - 1]
                        + "; the instants of a history must ascend");
            }
        }
        return seconds;
    }

    /// Whether a change of any of these indicators can change the bias of an instrument: they
    /// have a weight for it, or its weights depend on the quadrant of their region.
    ///
    /// @param instrument its position in [#instruments]
    public boolean reads(int instrument, Set<IndicatorId> indicators) {
        return IntStream.range(0, inputs.size())
                .filter(index ->
                        indicators.contains(inputs.get(index).indicator().id()))
                .anyMatch(index -> table.reads(instrument, index));
    }
}
