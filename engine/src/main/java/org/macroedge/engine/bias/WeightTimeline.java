package org.macroedge.engine.bias;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.catalogue.WeightSet;

/// Weights of every indicator for every instrument through time. They change only when an indicator comes into
/// force, ends, or becomes active by its first usable z; between such instants they are constant. Immutable and
/// thread-safe.
final class WeightTimeline {

    private final long[] starts;
    private final Epoch[] epochs;

    /// Weights that hold from one instant to the next.
    ///
    /// @param covered |w| of an indicator in force in the catalogue, active or not, per instrument
    /// @param unit w/S of an active indicator, else 0, per instrument
    /// @param scale S per instrument; 0 where no active indicator has a weight
    record Epoch(double[][] covered, double[][] unit, double[] scale) {}

    WeightTimeline(List<SignalSeries> series, List<Instrument> instruments, WeightSet weights) {
        this.starts = boundaries(series);
        double[][] unshared = new double[instruments.size()][series.size()];
        for (int instrument = 0; instrument < instruments.size(); instrument++) {
            for (int at = 0; at < series.size(); at++) {
                unshared[instrument][at] = weights.unsharedWeight(
                        instruments.get(instrument), series.get(at).indicator());
            }
        }
        this.epochs = Arrays.stream(starts)
                .mapToObj(start -> epoch(start, series, unshared, weights))
                .toArray(Epoch[]::new);
    }

    private static long[] boundaries(List<SignalSeries> series) {
        TreeSet<Long> instants = new TreeSet<>();
        instants.add(Long.MIN_VALUE);
        for (SignalSeries one : series) {
            instants.add(one.indicator().validFromSecond());
            instants.add(one.indicator().validToSecond());
            instants.add(one.activeFrom());
        }
        return instants.stream().mapToLong(Long::longValue).toArray();
    }

    private static Epoch epoch(long start, List<SignalSeries> series, double[][] unshared, WeightSet weights) {
        double[] share = shares(start, series);
        double[][] covered = new double[unshared.length][series.size()];
        double[][] unit = new double[unshared.length][series.size()];
        double[] scale = new double[unshared.length];
        for (int instrument = 0; instrument < unshared.length; instrument++) {
            AnalyticScale analytic = new AnalyticScale();
            for (int at = 0; at < series.size(); at++) {
                double weight = unshared[instrument][at] * share[at];
                covered[instrument][at] = Math.abs(weight);
                if (share[at] > 0 && weight != 0 && series.get(at).activeFrom() <= start) {
                    unit[instrument][at] = weight;
                    analytic.add(series.get(at).indicator(), weight, variance(series.get(at)));
                }
            }
            scale[instrument] = analytic.scale(weights.correlations());
            divide(unit[instrument], scale[instrument]);
        }
        return new Epoch(covered, unit, scale);
    }

    private static void divide(double[] weights, double scale) {
        for (int at = 0; at < weights.length; at++) {
            weights[at] = scale > 0 ? weights[at] / scale : 0;
        }
    }

    private static double variance(SignalSeries series) {
        return AnalyticScale.signalVariance(
                series.halfLife().days(), series.indicator().periodDays());
    }

    /// 1/√n of each indicator's group in force, 0 for one that is not.
    static double[] shares(long start, List<SignalSeries> series) {
        Map<String, Integer> members = new HashMap<>();
        for (SignalSeries one : series) {
            if (inForce(one.indicator(), start)) {
                members.merge(group(one.indicator()), 1, Integer::sum);
            }
        }
        double[] share = new double[series.size()];
        for (int at = 0; at < share.length; at++) {
            Indicator indicator = series.get(at).indicator();
            if (inForce(indicator, start)) {
                share[at] = 1 / Math.sqrt(members.getOrDefault(group(indicator), 1));
            }
        }
        return share;
    }

    private static String group(Indicator indicator) {
        return indicator.region().code() + ' ' + indicator.category().code() + ' ' + indicator.group();
    }

    private static boolean inForce(Indicator indicator, long second) {
        return indicator.validFromSecond() <= second && second < indicator.validToSecond();
    }

    /// The weights that hold at a second.
    Epoch at(long second) {
        return epochs[index(second)];
    }

    /// The first second after `second` at which the weights change; [Long#MAX_VALUE] where they never do.
    long nextChange(long second) {
        int next = index(second) + 1;
        return next < starts.length ? starts[next] : Long.MAX_VALUE;
    }

    private int index(long second) {
        int found = Arrays.binarySearch(starts, second);
        return found >= 0 ? found : -found - 2;
    }
}
