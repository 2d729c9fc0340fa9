package org.macroedge.engine.bias;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.macroedge.engine.catalogue.Correlations;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.numeric.HalfLife;

/// What a weight set says of every indicator and instrument, laid out so that the weights of any instant are a pass
/// over arrays. Immutable and thread-safe.
final class WeightTable {

    private final double[][] unshared;
    private final double[] deviation;
    private final int[] cell;
    private final int[] group;
    private final int groups;
    private final long[] validFrom;
    private final long[] validTo;
    private final Correlations correlations;

    /// Weights before the scale, of the indicators that the catalogue holds in force; constant while none comes or
    /// ends.
    ///
    /// @param indicators per instrument, the positions of those with a weight that is not 0, ascending
    /// @param weights w of these, in the same order
    /// @param until the first second at which an indicator comes or ends; [Long#MAX_VALUE] where none does
    record InForce(int[][] indicators, double[][] weights, long until) {}

    /// Weights that hold from one instant to the next.
    ///
    /// @param unit per instrument w/S of the indicators of `inForce`; 0 of one that has no usable z yet
    /// @param scale S per instrument; 0 where no active indicator has a weight
    record Epoch(InForce inForce, double[][] unit, double[] scale) {}

    /// @param indicators ascending by id
    /// @param halfLives of the indicators, in the same order
    WeightTable(List<Indicator> indicators, List<HalfLife> halfLives, List<Instrument> instruments, WeightSet weights) {
        int size = indicators.size();
        this.unshared = new double[instruments.size()][size];
        this.deviation = new double[size];
        this.cell = indicators.stream().mapToInt(AnalyticScale::cell).toArray();
        this.validFrom =
                indicators.stream().mapToLong(Indicator::validFromSecond).toArray();
        this.validTo = indicators.stream().mapToLong(Indicator::validToSecond).toArray();
        this.correlations = weights.correlations();
        Map<String, Integer> numbers = new HashMap<>();
        this.group = indicators.stream()
                .mapToInt(one -> numbers.computeIfAbsent(groupOf(one), name -> numbers.size()))
                .toArray();
        this.groups = numbers.size();
        for (int at = 0; at < size; at++) {
            deviation[at] = Math.sqrt(AnalyticScale.signalVariance(
                    weights.mode(), halfLives.get(at).days(), indicators.get(at).periodDays()));
            for (int instrument = 0; instrument < unshared.length; instrument++) {
                unshared[instrument][at] = weights.unsharedWeight(instruments.get(instrument), indicators.get(at));
            }
        }
    }

    private static String groupOf(Indicator indicator) {
        return indicator.region().code() + ' ' + indicator.category().code() + ' ' + indicator.group();
    }

    /// 1/√n of each indicator's group in force, 0 for one that is not.
    double[] shares(long second) {
        int[] members = new int[groups];
        for (int at = 0; at < group.length; at++) {
            if (isInForce(at, second)) {
                members[group[at]]++;
            }
        }
        double[] share = new double[group.length];
        for (int at = 0; at < share.length; at++) {
            if (isInForce(at, second)) {
                share[at] = 1 / Math.sqrt(members[group[at]]);
            }
        }
        return share;
    }

    private boolean isInForce(int at, long second) {
        return validFrom[at] <= second && second < validTo[at];
    }

    /// The weights of the indicators in force at a second, whether they have data or not.
    InForce inForce(long second) {
        double[] share = shares(second);
        int[][] indicators = new int[unshared.length][];
        double[][] weights = new double[unshared.length][];
        int[] position = new int[share.length];
        double[] weight = new double[share.length];
        for (int instrument = 0; instrument < unshared.length; instrument++) {
            int count = 0;
            for (int at = 0; at < share.length; at++) {
                double w = unshared[instrument][at] * share[at];
                if (w != 0) {
                    position[count] = at;
                    weight[count++] = w;
                }
            }
            indicators[instrument] = Arrays.copyOf(position, count);
            weights[instrument] = Arrays.copyOf(weight, count);
        }
        return new InForce(indicators, weights, nextChange(second));
    }

    private long nextChange(long second) {
        long next = Long.MAX_VALUE;
        for (int at = 0; at < validFrom.length; at++) {
            next = validFrom[at] > second ? Math.min(next, validFrom[at]) : next;
            next = validTo[at] > second ? Math.min(next, validTo[at]) : next;
        }
        return next;
    }

    /// The weights over the scale at a second.
    ///
    /// @param inForce those of the same second
    /// @param activeFrom per indicator, the second of its first usable z
    Epoch epoch(InForce inForce, long[] activeFrom, long second) {
        double[][] unit = new double[unshared.length][];
        double[] scale = new double[unshared.length];
        for (int instrument = 0; instrument < unit.length; instrument++) {
            AnalyticScale analytic = new AnalyticScale();
            int[] indicators = inForce.indicators()[instrument];
            double[] row = new double[indicators.length];
            for (int at = 0; at < row.length; at++) {
                int indicator = indicators[at];
                if (activeFrom[indicator] <= second) {
                    row[at] = inForce.weights()[instrument][at];
                    analytic.add(cell[indicator], row[at] * deviation[indicator]);
                }
            }
            scale[instrument] = analytic.scale(correlations);
            divide(row, scale[instrument]);
            unit[instrument] = row;
        }
        return new Epoch(inForce, unit, scale);
    }

    private static void divide(double[] weights, double scale) {
        for (int at = 0; at < weights.length; at++) {
            weights[at] = scale > 0 ? weights[at] / scale : 0;
        }
    }

    /// Every second at which an indicator comes into force or ends.
    long[] changes() {
        long[] changes = Arrays.copyOf(validFrom, 2 * validFrom.length);
        System.arraycopy(validTo, 0, changes, validFrom.length, validTo.length);
        return changes;
    }
}
