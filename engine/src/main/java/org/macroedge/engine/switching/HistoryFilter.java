package org.macroedge.engine.switching;

import java.util.Arrays;

/// Hamilton's filter over one series: the probability of every history of states, period by period, and
/// back.
///
/// A history is the states (sₜ, sₜ₋₁, …) of the last w periods, the latest first, as a number with w digits
/// in base k. Its first w − 1 digits, dropped by the oldest, are its head; those of the period before are
/// the tail of the next history. A residual is uₜ − m, where uₜ = yₜ − Σ φⱼ·yₜ₋ⱼ is of the period and m of
/// the history alone, so a period costs up to k^w exponentials, and O(n·k^w) all of them. Nothing is
/// allocated per period. Exponents are taken relative to the largest one, so that no outlier makes all
/// densities 0.
///
/// It holds its arrays and the results of the last pass: not thread-safe.
final class HistoryFilter {

    private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * StrictMath.PI);

    final SwitchingModel model;
    final ParameterLayout layout;

    /// Histories, k^w, and tails, k^(w−1).
    final int histories;

    final int tails;

    /// Periods with a density: all but the first `order` ones.
    final int periods;

    private final double[] series;

    /// By period and history: P(history | series up to and with the period).
    private final double[] filtered;

    /// By period and tail: P(states of the periods before | series before the period); one period more than
    /// `filtered`.
    private final double[] tail;

    /// By class of histories with one density: of a history, or of its latest state where nothing older
    /// counts.
    private final double[] exponents;

    /// 1 where the past counts for a density, else 0.
    private final int pastCounts;

    private final int classesOfState;
    private final double[] centres;
    private final double[] halfPrecisions;
    private final double[] logScales;

    /// Of the last forward pass.
    private StationaryChain chain;

    /// @param series finite, longer than the order
    HistoryFilter(SwitchingModel model, double[] series) {
        this.model = model;
        this.layout = new ParameterLayout(model);
        this.tails = power(model.states(), model.window() - 1);
        this.histories = tails * model.states();
        this.periods = series.length - model.order();
        this.series = series;
        this.filtered = new double[periods * histories];
        this.tail = new double[(periods + 1) * tails];
        this.pastCounts = model.level() == SwitchingLevel.MEAN && model.order() > 0 ? 1 : 0;
        this.classesOfState = pastCounts == 1 ? tails : 1;
        this.exponents = new double[model.states() * classesOfState];
        this.centres = new double[histories];
        this.halfPrecisions = new double[model.states()];
        this.logScales = new double[model.states()];
        this.chain = new StationaryChain(new double[0], new double[0][0]);
    }

    private static int power(int base, int exponent) {
        int power = 1;
        for (int factor = 0; factor < exponent; factor++) {
            power *= base;
        }
        return power;
    }

    /// The state of a history, or of a tail, `back` periods before its latest.
    ///
    /// @param digits how many states the number holds
    int digit(int number, int digits, int back) {
        return number / power(model.states(), digits - 1 - back) % model.states();
    }

    double value(int period, int lag) {
        return series[model.order() + period - lag];
    }

    double centre(int history) {
        return centres[history];
    }

    /// 1/σ² of a state.
    double precision(int state) {
        return 2 * halfPrecisions[state];
    }

    /// Of the last forward pass.
    StationaryChain chain() {
        return chain;
    }

    /// uₜ = yₜ − Σ φⱼ·yₜ₋ⱼ.
    double shared(int period, double[] parameters) {
        double sum = value(period, 0);
        for (int lag = 1; lag <= model.order(); lag++) {
            sum -= parameters[layout.coefficient(lag)] * value(period, lag);
        }
        return sum;
    }

    /// The log-likelihood of the periods given the first `order` values; not a number where the parameters
    /// have none.
    ///
    /// @param parameters as [ParameterLayout] has them
    double forward(double[] parameters) {
        prepare(parameters);
        double sum = 0;
        for (int period = 0; period < periods; period++) {
            sum += step(period, parameters);
        }
        return sum - periods * HALF_LOG_TWO_PI;
    }

    private void prepare(double[] parameters) {
        for (int state = 0; state < model.states(); state++) {
            double variance = parameters[layout.variance(state)];
            halfPrecisions[state] = 0.5 / variance;
            logScales[state] = -0.5 * StrictMath.log(variance);
        }
        for (int history = 0; history < histories; history++) {
            centres[history] = centre(history, parameters);
        }
        chain = StationaryChain.of(parameters, layout);
        int digits = model.window() - 1;
        for (int before = 0; before < tails; before++) {
            double probability = chain.probabilities()[digit(before, digits, digits - 1)];
            for (int back = digits - 1; back > 0; back--) {
                probability *=
                        parameters[layout.transition(digit(before, digits, back), digit(before, digits, back - 1))];
            }
            tail[before] = probability;
        }
    }

    private double centre(int history, double[] parameters) {
        int digits = model.window();
        double centre = parameters[layout.level(digit(history, digits, 0))];
        for (int lag = 1; lag <= model.order() && model.level() == SwitchingLevel.MEAN; lag++) {
            centre -= parameters[layout.coefficient(lag)] * parameters[layout.level(digit(history, digits, lag))];
        }
        return centre;
    }

    /// @return the logarithm of the density of a period given those before, without −½·log 2π
    private double step(int period, double[] parameters) {
        int at = period * histories;
        double shared = shared(period, parameters);
        double largest = weigh(period, shared, parameters);
        for (int index = 0; index < exponents.length; index++) {
            exponents[index] = StrictMath.exp(Math.min(0, exponents[index] - largest));
        }
        double sum = multiply(at);
        int next = (period + 1) * tails;
        int states = model.states();
        for (int head = 0; head < tails; head++) {
            double together = 0;
            for (int history = head * states; history < (head + 1) * states; history++) {
                filtered[at + history] /= sum;
                together += filtered[at + history];
            }
            tail[next + head] = together;
        }
        return largest + StrictMath.log(sum);
    }

    /// Predicts the histories of a period, and notes the logarithms of their densities.
    ///
    /// @return the largest of those that are possible
    private double weigh(int period, double shared, double[] parameters) {
        int at = period * histories;
        int before = period * tails;
        int pastOfState = tails / model.states();
        double largest = Double.NEGATIVE_INFINITY;
        for (int state = 0; state < model.states(); state++) {
            int first = state * classesOfState;
            for (int index = 0; index < classesOfState; index++) {
                double residual = shared - centres[state * tails + index];
                exponents[first + index] = logScales[state] - residual * residual * halfPrecisions[state];
            }
            int history = state * tails;
            for (int past = 0; past < tails; history++, past++) {
                double weight = parameters[layout.transition(past / pastOfState, state)] * tail[before + past];
                filtered[at + history] = weight;
                if (weight > 0) {
                    largest = Math.max(largest, exponents[first + past * pastCounts]);
                }
            }
        }
        return largest;
    }

    /// Turns the predictions of a period into joint densities.
    ///
    /// @return their sum
    private double multiply(int at) {
        double sum = 0;
        for (int state = 0; state < model.states(); state++) {
            int first = state * classesOfState;
            int history = at + state * tails;
            for (int past = 0; past < tails; history++, past++) {
                double weight = filtered[history] * exponents[first + past * pastCounts];
                filtered[history] = weight;
                sum += weight;
            }
        }
        return sum;
    }

    /// P(state | series up to and with the period), after a forward pass.
    double filtered(int period, int state) {
        double sum = 0;
        for (int past = 0; past < tails; past++) {
            sum += filtered[period * histories + state * tails + past];
        }
        return sum;
    }

    /// What a pass back gives of each period, the last first.
    interface Visitor {

        /// @param smoothed P(history | whole series); the array is used again
        void visit(int period, double[] smoothed);
    }

    /// Smooths after a forward pass: given the states since then, the oldest state of a history does not
    /// depend on the later series (Kim 1994, *Dynamic linear models with Markov-switching*, Journal of
    /// Econometrics 60, p. 8).
    ///
    /// @return P(tail | whole series) of the states before the first period
    double[] backward(Visitor visitor) {
        int states = model.states();
        double[] smoothed = Arrays.copyOfRange(filtered, (periods - 1) * histories, periods * histories);
        double[] together = new double[tails];
        for (int period = periods - 1; period >= 0; period--) {
            visitor.visit(period, smoothed);
            Arrays.fill(together, 0);
            for (int state = 0; state < states; state++) {
                for (int past = 0; past < tails; past++) {
                    together[past] += smoothed[state * tails + past];
                }
            }
            if (period > 0) {
                spread(period, together, smoothed);
            }
        }
        return together;
    }

    /// Splits what the states before a period have together over the oldest state of the period before.
    private void spread(int period, double[] together, double[] smoothed) {
        int states = model.states();
        int at = (period - 1) * histories;
        for (int head = 0; head < tails; head++) {
            double whole = tail[period * tails + head];
            double factor = whole > 0 ? together[head] / whole : 0;
            for (int history = head * states; history < (head + 1) * states; history++) {
                smoothed[history] = filtered[at + history] * factor;
            }
        }
    }
}
