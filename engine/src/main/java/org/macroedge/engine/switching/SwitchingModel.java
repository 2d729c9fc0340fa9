package org.macroedge.engine.switching;

/// A Markov-switching autoregression. εₜ is normal with mean 0 and variance σ² or σ²(sₜ), and sₜ is a
/// stationary Markov chain.
///
/// @param states 2 or 3
/// @param order of the autoregression, 0 to 6; 0 is a mixture of normal distributions whose states persist
/// @param switchingVariance whether each state has a variance of its own
/// @param leastStaying every state stays with at least this probability, in [0, 1); 0 is no restriction
public record SwitchingModel(
        int states, int order, SwitchingLevel level, boolean switchingVariance, double leastStaying) {

    private static final int MOST_STATES = 3;
    private static final int MOST_LAGS = 6;

    /// @throws IllegalArgumentException for a value out of its range
    public SwitchingModel {
        if (states < 2 || states > MOST_STATES) {
            throw new IllegalArgumentException("a model has 2 or 3 states, not " + states);
        }
        if (order < 0 || order > MOST_LAGS) {
            throw new IllegalArgumentException("the order is from 0 to " + MOST_LAGS + ", not " + order);
        }
        if (!(leastStaying >= 0 && leastStaying < 1)) {
            throw new IllegalArgumentException("the least probability of staying is in [0, 1), not " + leastStaying);
        }
    }

    /// Without a restriction of the transitions.
    public SwitchingModel(int states, int order, SwitchingLevel level, boolean switchingVariance) {
        this(states, order, level, switchingVariance, 0);
    }

    /// Parameters to estimate: transitions, levels, coefficients and variances.
    public int parameters() {
        return states * (states - 1) + states + order + (switchingVariance ? states : 1);
    }

    /// The states that a density depends on: of this period and of the `order` before, and at least of two
    /// periods, so that every history holds a transition.
    int window() {
        return level == SwitchingLevel.MEAN ? Math.max(2, order + 1) : 2;
    }
}
