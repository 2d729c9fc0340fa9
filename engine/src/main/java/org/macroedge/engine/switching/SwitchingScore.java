package org.macroedge.engine.switching;

import java.util.Arrays;

/// The log-likelihood of a series and its gradient, by Fisher's identity: the derivative of log f(y) is the
/// mean, over the states given the whole series, of the derivative of log f(y, s). One pass forward and one
/// back, O(n·k^w).
///
/// Source: J. D. Hamilton (1990), *Analysis of time series subject to changes in regime*, Journal of
/// Econometrics 45, p. 39–70, section 4; the terms of the stationary start are added. It holds its arrays:
/// not thread-safe.
final class SwitchingScore implements HistoryFilter.Visitor {

    private final HistoryFilter filter;
    private final SwitchingModel model;
    private final ParameterLayout layout;

    /// By history, summed over periods: P, P·residual, P·residual².
    private final double[] weights;

    private final double[] residuals;
    private final double[] squares;

    /// By lag: Σ yₜ₋ⱼ·E(residual/σ²).
    private final double[] crosses;

    private double[] parameters;

    SwitchingScore(HistoryFilter filter) {
        this.filter = filter;
        this.model = filter.model;
        this.layout = filter.layout;
        this.weights = new double[filter.histories];
        this.residuals = new double[filter.histories];
        this.squares = new double[filter.histories];
        this.crosses = new double[model.order() + 1];
        this.parameters = new double[0];
    }

    /// @param gradient receives the derivative by each element of `parameters`, each taken as free
    /// @return the log-likelihood; where it is not finite, the gradient is not set
    double value(double[] parameters, double[] gradient) {
        double value = filter.forward(parameters);
        if (!Double.isFinite(value)) {
            return value;
        }
        this.parameters = parameters;
        Arrays.fill(weights, 0);
        Arrays.fill(residuals, 0);
        Arrays.fill(squares, 0);
        Arrays.fill(crosses, 0);
        Arrays.fill(gradient, 0);
        double[] start = filter.backward(this);
        addDensities(gradient);
        addTransitions(gradient);
        addStart(start, gradient);
        return value;
    }

    @Override
    public void visit(int period, double[] smoothed) {
        double shared = filter.shared(period, parameters);
        double scaled = 0;
        int history = 0;
        for (int state = 0; state < model.states(); state++) {
            double pull = 0;
            for (int past = 0; past < filter.tails; history++, past++) {
                double residual = shared - filter.centre(history);
                double weighted = smoothed[history] * residual;
                weights[history] += smoothed[history];
                residuals[history] += weighted;
                squares[history] += weighted * residual;
                pull += weighted;
            }
            scaled += pull * filter.precision(state);
        }
        for (int lag = 1; lag <= model.order(); lag++) {
            crosses[lag] += scaled * filter.value(period, lag);
        }
    }

    private void addDensities(double[] gradient) {
        for (int lag = 1; lag <= model.order(); lag++) {
            gradient[layout.coefficient(lag)] += crosses[lag];
        }
        for (int history = 0; history < filter.histories; history++) {
            int state = history / filter.tails;
            double precision = filter.precision(state);
            double pull = residuals[history] * precision;
            gradient[layout.variance(state)] += 0.5 * precision * (squares[history] * precision - weights[history]);
            gradient[layout.level(state)] += pull;
            for (int lag = 1; lag <= model.order() && model.level() == SwitchingLevel.MEAN; lag++) {
                int earlier = filter.digit(history, model.window(), lag);
                gradient[layout.level(earlier)] -= pull * parameters[layout.coefficient(lag)];
                gradient[layout.coefficient(lag)] -= pull * parameters[layout.level(earlier)];
            }
        }
    }

    private void addTransitions(double[] gradient) {
        for (int history = 0; history < filter.histories; history++) {
            count(filter.digit(history, model.window(), 1), history / filter.tails, weights[history], gradient);
        }
    }

    /// The states before the first period are stationary, and follow each other by the same transitions.
    private void addStart(double[] start, double[] gradient) {
        int digits = model.window() - 1;
        double[] byProbability = new double[model.states()];
        StationaryChain chain = filter.chain();
        for (int tail = 0; tail < start.length; tail++) {
            for (int back = digits - 1; back > 0; back--) {
                count(filter.digit(tail, digits, back), filter.digit(tail, digits, back - 1), start[tail], gradient);
            }
            int oldest = filter.digit(tail, digits, digits - 1);
            byProbability[oldest] += ratio(start[tail], chain.probabilities()[oldest]);
        }
        for (int from = 0; from < model.states(); from++) {
            for (int to = 0; to < model.states(); to++) {
                gradient[layout.transition(from, to)] += chain.slope(byProbability, from, to);
            }
        }
    }

    private void count(int from, int to, double weight, double[] gradient) {
        int transition = layout.transition(from, to);
        gradient[transition] += ratio(weight, parameters[transition]);
    }

    /// An impossible transition has weight 0, and its derivative does not matter where it stays impossible.
    private static double ratio(double weight, double probability) {
        return probability > 0 ? weight / probability : 0;
    }
}
