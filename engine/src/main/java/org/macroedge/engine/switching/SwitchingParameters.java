package org.macroedge.engine.switching;

/// The parameters of a [SwitchingModel], in the units of its series.
///
/// @param transition `transition[i][j]` is the probability that state j follows state i, in [0, 1]; rows
/// sum to 1
/// @param levels the mean or intercept of each state
/// @param coefficients φ₁ … φₚ, the same in each state
/// @param deviations σ of each state, above 0; equal where the variance does not switch
public record SwitchingParameters(double[][] transition, double[] levels, double[] coefficients, double[] deviations) {

    /// Beyond this size, or below its inverse, squares of residuals in units of σ could overflow.
    static final double LARGEST = 1e50;

    private static final double ROUNDING = 1e-6;

    /// Copies what it is given.
    ///
    /// @throws IllegalArgumentException for a probability outside [0, 1], a row that does not sum to 1
    /// within 1e−6, or a number that is not finite or beyond 1e50 in size, or a deviation outside [1e−50,
    /// 1e50]
    public SwitchingParameters {
        int states = levels.length;
        if (transition.length != states || deviations.length != states) {
            throw new IllegalArgumentException("transitions, levels and deviations are not of one number of states");
        }
        double[][] copy = new double[states][];
        for (int from = 0; from < states; from++) {
            copy[from] = row(transition[from], states);
        }
        transition = copy;
        levels = sized("level", levels);
        coefficients = sized("coefficient", coefficients);
        deviations = sized("deviation", deviations);
        for (double deviation : deviations) {
            if (!(deviation >= 1 / LARGEST)) {
                throw new IllegalArgumentException("a deviation is at least 1e-50, not " + deviation);
            }
        }
    }

    private static double[] row(double[] row, int states) {
        double sum = 0;
        for (double probability : row) {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("a transition has a probability in [0, 1], not " + probability);
            }
            sum += probability;
        }
        if (row.length != states || Math.abs(sum - 1) > ROUNDING) {
            throw new IllegalArgumentException(
                    "a row of transitions has " + states + " probabilities that sum to 1, not to " + sum);
        }
        return row.clone();
    }

    private static double[] sized(String name, double[] values) {
        for (double value : values) {
            if (!(Math.abs(value) <= LARGEST)) {
                throw new IllegalArgumentException("a " + name + " is finite and at most 1e50 in size, not " + value);
            }
        }
        return values.clone();
    }

    /// How many periods a state lasts on average, 1/(1 − p(j→j)); infinite for a state that is never left.
    public double expectedDuration(int state) {
        return 1 / (1 - transition[state][state]);
    }
}
