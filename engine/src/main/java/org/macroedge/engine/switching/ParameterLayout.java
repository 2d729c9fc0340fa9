package org.macroedge.engine.switching;

import java.util.Arrays;

/// Where each parameter stands in one array, and the array's form as [SwitchingParameters]: the transitions
/// by rows, the levels, the coefficients, and a variance per state. Immutable.
record ParameterLayout(int states, int order) {

    ParameterLayout(SwitchingModel model) {
        this(model.states(), model.order());
    }

    int transition(int from, int to) {
        return from * states + to;
    }

    int level(int state) {
        return states * states + state;
    }

    /// @param lag from 1 on
    int coefficient(int lag) {
        return states * states + states + lag - 1;
    }

    int variance(int state) {
        return states * states + states + order + state;
    }

    int size() {
        return states * states + 2 * states + order;
    }

    /// @throws IllegalArgumentException where the parameters are not of this number of states and order
    double[] flat(SwitchingParameters parameters) {
        if (parameters.levels().length != states || parameters.coefficients().length != order) {
            throw new IllegalArgumentException(
                    "the parameters are of " + parameters.levels().length + " states and order "
                            + parameters.coefficients().length + ", the model is of " + states + " and " + order);
        }
        double[] flat = new double[size()];
        for (int from = 0; from < states; from++) {
            System.arraycopy(parameters.transition()[from], 0, flat, transition(from, 0), states);
            flat[level(from)] = parameters.levels()[from];
            flat[variance(from)] = parameters.deviations()[from] * parameters.deviations()[from];
        }
        System.arraycopy(parameters.coefficients(), 0, flat, coefficient(1), order);
        return flat;
    }

    /// The parameters of a series, from those of the standardised one.
    SwitchingParameters parameters(double[] flat, StandardisedSeries series, SwitchingLevel level) {
        double[][] transition = new double[states][];
        double[] levels = new double[states];
        double[] deviations = new double[states];
        double[] coefficients = Arrays.copyOfRange(flat, coefficient(1), coefficient(1) + order);
        double share = level == SwitchingLevel.MEAN
                ? 1
                : 1 - Arrays.stream(coefficients).sum();
        for (int from = 0; from < states; from++) {
            transition[from] = Arrays.copyOfRange(flat, transition(from, 0), transition(from, 0) + states);
            levels[from] = series.scale() * flat[level(from)] + share * series.shift();
            deviations[from] = series.scale() * Math.sqrt(flat[variance(from)]);
        }
        return new SwitchingParameters(transition, levels, coefficients, deviations);
    }

    /// The other way: the parameters of a standardised series, from those of the series itself.
    double[] standardised(SwitchingParameters parameters, StandardisedSeries series, SwitchingLevel level) {
        double[] flat = flat(parameters);
        double sum = Arrays.stream(parameters.coefficients()).sum();
        double share = level == SwitchingLevel.MEAN ? 1 : 1 - sum;
        for (int state = 0; state < states; state++) {
            flat[level(state)] = (flat[level(state)] - share * series.shift()) / series.scale();
            flat[variance(state)] /= series.scale() * series.scale();
        }
        return flat;
    }
}
