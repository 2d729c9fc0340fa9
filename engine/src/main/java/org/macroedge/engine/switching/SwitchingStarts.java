package org.macroedge.engine.switching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where the search for a maximum starts: the likelihood has several, and each start leads to one.
///
/// The sorted values are cut at three sets of quantiles, and each part gives a state its mean and variance.
/// Each cut is tried with states that last long and no autoregression, and, in a model with one, with
/// states that change more often and the coefficients of [YuleWalker]. Where the variance switches, states
/// of one mean with small to large variances, and with large to small ones, are tried too. The points are
/// those of [FreeParameters].
final class SwitchingStarts {

    private static final double[][] CUTS_OF_TWO = {{0.2}, {0.5}, {0.8}};
    private static final double[][] CUTS_OF_THREE = {{0.2, 0.6}, {1 / 3.0, 2 / 3.0}, {0.4, 0.8}};
    private static final double LONG = 0.9;
    private static final double SHORT = 0.75;

    /// States of one mean differ by this much each, so that they are not exchangeable.
    private static final double NEAR = 0.1;

    /// Variances of states of one mean: from a quarter to four times that of the series.
    private static final double APART = 4;

    private final SwitchingModel model;
    private final FreeParameters free;
    private final ParameterLayout layout;
    private final double[] sorted;
    private final YuleWalker autoregression;
    private final List<double[]> points = new ArrayList<>();

    private SwitchingStarts(SwitchingModel model, FreeParameters free, double[] values, YuleWalker autoregression) {
        this.model = model;
        this.free = free;
        this.layout = new ParameterLayout(model);
        this.sorted = values.clone();
        this.autoregression = autoregression;
        Arrays.sort(sorted);
    }

    /// @param values with mean 0 and variance 1
    static List<double[]> of(SwitchingModel model, FreeParameters free, double[] values, YuleWalker autoregression) {
        SwitchingStarts starts = new SwitchingStarts(model, free, values, autoregression);
        for (double[] cuts : model.states() == 2 ? CUTS_OF_TWO : CUTS_OF_THREE) {
            starts.addParts(cuts);
        }
        if (model.switchingVariance()) {
            starts.addVariances(1);
            starts.addVariances(-1);
        }
        return starts.points;
    }

    private void addParts(double[] cuts) {
        double[] levels = new double[model.states()];
        double[] variances = new double[model.states()];
        double pooled = 0;
        for (int state = 0; state < model.states(); state++) {
            int from = state == 0 ? 0 : (int) (cuts[state - 1] * sorted.length);
            int to = state == cuts.length ? sorted.length : (int) (cuts[state] * sorted.length);
            for (int rank = from; rank < to; rank++) {
                levels[state] += sorted[rank] / (to - from);
            }
            for (int rank = from; rank < to; rank++) {
                double deviation = sorted[rank] - levels[state];
                variances[state] += deviation * deviation / (to - from);
                pooled += deviation * deviation / sorted.length;
            }
        }
        if (!model.switchingVariance()) {
            Arrays.fill(variances, pooled);
        }
        add(levels, variances);
    }

    private void addVariances(int sign) {
        double[] levels = new double[model.states()];
        double[] variances = new double[model.states()];
        for (int state = 0; state < model.states(); state++) {
            double place = 2.0 * state / (model.states() - 1) - 1; // from −1 to 1
            levels[state] = NEAR * place;
            variances[state] = StrictMath.pow(APART, sign * place);
        }
        add(levels, variances);
    }

    private void add(double[] levels, double[] variances) {
        points.add(point(levels, variances, LONG, new double[model.order()], 1));
        if (model.order() == 0) {
            return;
        }
        points.add(point(levels, variances, SHORT, autoregression.coefficients(), autoregression.variance()));
    }

    private double[] point(
            double[] levels, double[] variances, double staying, double[] coefficients, double shareOfVariance) {
        double[] parameters = new double[layout.size()];
        double sum = Arrays.stream(coefficients).sum();
        double kept = Math.max(staying, (1 + model.leastStaying()) / 2);
        for (int from = 0; from < model.states(); from++) {
            for (int to = 0; to < model.states(); to++) {
                parameters[layout.transition(from, to)] = from == to ? kept : (1 - kept) / (model.states() - 1);
            }
            double level = levels[from];
            parameters[layout.level(from)] = model.level() == SwitchingLevel.MEAN ? level : level * (1 - sum);
            parameters[layout.variance(from)] = variances[from] * shareOfVariance;
        }
        System.arraycopy(coefficients, 0, parameters, layout.coefficient(1), coefficients.length);
        return free.point(parameters);
    }
}
