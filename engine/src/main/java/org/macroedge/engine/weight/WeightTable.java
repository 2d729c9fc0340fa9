package org.macroedge.engine.weight;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Correlations;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.catalogue.SurpriseIndex;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.regime.QuadrantTimeline;
import org.macroedge.engine.signal.HalfLife;
import org.macroedge.engine.vocabulary.Category;

/// The weights of every indicator for every instrument or surprise index, laid out so that those of any instant take
/// one pass over arrays. Immutable and thread-safe.
public final class WeightTable {

    private final double[][] unshared;
    private final boolean[][] base;
    private final boolean[] pair;
    private final DeviationTimeline[] deviations;
    private final int[] cell;
    private final int[] group;
    private final int groups;
    private final long[] validFrom;
    private final long[] validTo;
    private final Correlations correlations;
    private final @Nullable RegimeWeights regime;

    private record Group(String key, Category category) {

        static Group of(Indicator indicator) {
            return new Group(indicator.groupKey(), indicator.category());
        }
    }

    /// The weights for instruments.
    ///
    /// @param indicators ascending by id
    /// @param halfLives of the indicators, in the same order
    /// @param quadrants asked only where directions depend on them
    public WeightTable(
            List<Indicator> indicators,
            List<HalfLife> halfLives,
            List<Instrument> instruments,
            WeightSet weights,
            QuadrantTimeline quadrants) {
        this(
                indicators,
                halfLives,
                weights,
                WeightRows.of(indicators, instruments, weights),
                weights.isPrior() ? new RegimeWeights(indicators, instruments, weights, quadrants) : null);
    }

    private WeightTable(WeightTable other, RegimeWeights regime) {
        this.unshared = other.unshared;
        this.base = other.base;
        this.pair = other.pair;
        this.deviations = other.deviations;
        this.cell = other.cell;
        this.group = other.group;
        this.groups = other.groups;
        this.validFrom = other.validFrom;
        this.validTo = other.validTo;
        this.correlations = other.correlations;
        this.regime = regime;
    }

    private WeightTable(
            List<Indicator> indicators,
            List<HalfLife> halfLives,
            WeightSet weights,
            WeightRows rows,
            @Nullable RegimeWeights regime) {
        this.unshared = rows.unshared();
        this.base = rows.base();
        this.pair = rows.pair();
        this.deviations = deviations(indicators, halfLives, weights);
        this.cell = indicators.stream().mapToInt(AnalyticScale::cell).toArray();
        this.validFrom =
                indicators.stream().mapToLong(Indicator::validFromSecond).toArray();
        this.validTo = indicators.stream().mapToLong(Indicator::validToSecond).toArray();
        this.correlations = weights.correlations();
        this.regime = regime;
        Map<Group, Integer> numbers = new HashMap<>();
        this.group = indicators.stream()
                .mapToInt(indicator -> numbers.computeIfAbsent(Group.of(indicator), name -> numbers.size()))
                .toArray();
        this.groups = numbers.size();
    }

    /// The weights for surprise indices, each of which takes the place of an instrument.
    ///
    /// @param indicators ascending by id
    /// @param halfLives of the indicators, in the same order
    /// @param weights those that all of these indices share
    public static WeightTable ofIndices(
            List<Indicator> indicators, List<HalfLife> halfLives, List<SurpriseIndex> indices, WeightSet weights) {
        return new WeightTable(indicators, halfLives, weights, WeightRows.of(indicators, indices), null);
    }

    /// √v of the signal of each indicator through time.
    private static DeviationTimeline[] deviations(
            List<Indicator> indicators, List<HalfLife> halfLives, WeightSet weights) {
        DeviationTimeline[] deviations = new DeviationTimeline[indicators.size()];
        for (int index = 0; index < deviations.length; index++) {
            deviations[index] = new DeviationTimeline(
                    indicators.get(index), weights.mode(), halfLives.get(index).days());
        }
        return deviations;
    }

    /// Whether the weight of a signal depends on when it was released.
    public boolean dependsOnRelease() {
        return regime != null;
    }

    /// The same weights with other quadrants, which count only where they depend on them.
    public WeightTable with(QuadrantTimeline quadrants) {
        return regime == null ? this : new WeightTable(this, regime.with(quadrants));
    }

    /// Whether any indicator of the catalogue has a weight for an instrument.
    public boolean weighs(int instrument) {
        return IntStream.range(0, deviations.length).anyMatch(indicator -> canWeigh(instrument, indicator));
    }

    private boolean canWeigh(int instrument, int indicator) {
        return regime == null ? unshared[instrument][indicator] != 0 : regime.largest(instrument, indicator) != 0;
    }

    /// Whether a release of an indicator can change the sum of an instrument: by its own
    /// signal, or by the weights of others.
    public boolean reads(int instrument, int indicator) {
        return canWeigh(instrument, indicator) || (regime != null && regime.reads(instrument, indicator));
    }

    /// The positions of the indicators that can have a weight for any of some instruments, ascending.
    public int[] indicatorsFor(int... instruments) {
        int[] read = new int[deviations.length];
        int count = 0;
        for (int index = 0; index < read.length; index++) {
            if (weighsAny(instruments, index)) {
                read[count++] = index;
            }
        }
        return Arrays.copyOf(read, count);
    }

    private boolean weighsAny(int[] instruments, int indicator) {
        for (int instrument : instruments) {
            if (canWeigh(instrument, indicator)) {
                return true;
            }
        }
        return false;
    }

    /// 1/√n of each indicator, where n members of its group are in force; 0 for one that is not in force itself.
    public double[] shares(long second) {
        int[] members = new int[groups];
        for (int index = 0; index < group.length; index++) {
            if (isInForce(index, second)) {
                members[group[index]]++;
            }
        }
        double[] share = new double[group.length];
        for (int index = 0; index < share.length; index++) {
            if (isInForce(index, second)) {
                share[index] = 1 / Math.sqrt(members[group[index]]);
            }
        }
        return share;
    }

    private boolean isInForce(int index, long second) {
        return validFrom[index] <= second && second < validTo[index];
    }

    /// The weights of the indicators in force at a second, with or without data.
    UnscaledWeights unscaled(long second) {
        double[] share = shares(second);
        int[][] indicators = new int[unshared.length][];
        double[][] weights = new double[unshared.length][];
        int[] position = new int[share.length];
        double[] weight = new double[share.length];
        for (int instrument = 0; instrument < unshared.length; instrument++) {
            int count = 0;
            for (int index = 0; index < share.length; index++) {
                double w = unshared(instrument, index, second) * share[index];
                if (w != 0 || (share[index] != 0 && canWeigh(instrument, index))) {
                    position[count] = index;
                    weight[count++] = w;
                }
            }
            indicators[instrument] = Arrays.copyOf(position, count);
            weights[instrument] = Arrays.copyOf(weight, count);
        }
        return new UnscaledWeights(indicators, weights, regime, share, base, pair, nextChange(second));
    }

    /// The weight of a signal that is released at a second.
    private double unshared(int instrument, int indicator, long second) {
        return regime == null ? unshared[instrument][indicator] : regime.at(instrument, indicator, second);
    }

    private long nextChange(long second) {
        long next = regime == null ? Long.MAX_VALUE : regime.nextChange(second);
        for (int index = 0; index < validFrom.length; index++) {
            next = validFrom[index] > second ? Math.min(next, validFrom[index]) : next;
            next = validTo[index] > second ? Math.min(next, validTo[index]) : next;
            next = Math.min(next, deviations[index].nextChange(second));
        }
        return next;
    }

    /// The weights over the scale at a second.
    ///
    /// @param unscaled those of the same second
    /// @param activeFrom per indicator, the second of its first usable z
    ScaledWeights scaled(UnscaledWeights unscaled, long[] activeFrom, long second) {
        boolean[] active = active(activeFrom, second);
        double[][] units = new double[unshared.length][];
        double[] scales = new double[unshared.length];
        for (int instrument = 0; instrument < units.length; instrument++) {
            AnalyticScale analytic = new AnalyticScale();
            int[] indicators = unscaled.indicators()[instrument];
            double[] row = new double[indicators.length];
            for (int entry = 0; entry < row.length; entry++) {
                int indicator = indicators[entry];
                if (active[indicator]) {
                    row[entry] = unscaled.weights()[instrument][entry];
                    analytic.add(cell[indicator], row[entry] * deviations[indicator].at(second));
                }
            }
            scales[instrument] = analytic.scale(correlations);
            divide(row, scales[instrument]);
            units[instrument] = row;
        }
        return regime == null
                ? new ScaledWeights(unscaled, units, scales)
                : new ScaledWeights(
                        unscaled, units, scales, new SignalWeights(regime, unscaled.share(), scales, active));
    }

    private static boolean[] active(long[] activeFrom, long second) {
        boolean[] active = new boolean[activeFrom.length];
        for (int indicator = 0; indicator < active.length; indicator++) {
            active[indicator] = activeFrom[indicator] <= second;
        }
        return active;
    }

    private static void divide(double[] weights, double scale) {
        for (int entry = 0; entry < weights.length; entry++) {
            weights[entry] = scale > 0 ? weights[entry] / scale : 0;
        }
    }

    /// Every second at which an indicator comes into force or ends, is released at other
    /// distances, or has another weight because the quadrant of its region changed.
    LongStream changes() {
        return Stream.of(
                        Arrays.stream(validFrom),
                        Arrays.stream(validTo),
                        Arrays.stream(deviations).flatMapToLong(DeviationTimeline::changes),
                        regime == null ? LongStream.empty() : regime.changes())
                .flatMapToLong(seconds -> seconds);
    }
}
