package org.macroedge.engine.switching;

/// Hamilton's filter: how likely each state is in each period, given the series up to and with that period.
///
/// P(sₜ, …, sₜ₋ₚ | y₁ … yₜ) ∝ f(yₜ | sₜ, …, sₜ₋ₚ)·p(sₜ₋₁→sₜ)·P(sₜ₋₁, …, sₜ₋ₚ | y₁ … yₜ₋₁), started from the
/// stationary distribution of the chain. A later value never changes an earlier probability. O(n·k^(p+1))
/// for a switching mean, else O(n·k²).
///
/// Source: J. D. Hamilton (1989), *A new approach to the economic analysis of nonstationary time series and
/// the business cycle*, Econometrica 57(2), p. 357–384, equations 4.2 to 4.10.
///
/// @param logLikelihood of the values after the first `order`, given these
/// @param probabilities `probabilities[t][state]` of the value `order + t`, in [0, 1]; a row sums to 1. The
/// caller must not change it
public record FilteredStates(double logLikelihood, double[][] probabilities) {

    /// @param parameters of the model's states and order
    /// @param series ascending in time, without gaps
    /// @throws IllegalArgumentException for a series that is not longer than the order, a value that is not
    /// finite or beyond 1e50 in size, parameters of another form, or states that fall into parts which
    /// never meet
    public static FilteredStates of(SwitchingModel model, SwitchingParameters parameters, double[] series) {
        if (series.length <= model.order()) {
            throw new IllegalArgumentException(
                    "a series of " + series.length + " values is not longer than the order " + model.order());
        }
        for (double value : series) {
            if (!(Math.abs(value) <= SwitchingParameters.LARGEST)) {
                throw new IllegalArgumentException("a value is finite and at most 1e50 in size, not " + value);
            }
        }
        HistoryFilter filter = new HistoryFilter(model, series);
        double[] flat = filter.layout.flat(parameters);
        if (!StationaryChain.isUnique(parameters.transition())) {
            throw new IllegalArgumentException(
                    "the states fall into parts which never meet: no stationary distribution");
        }
        double logLikelihood = filter.forward(flat);
        double[][] probabilities = new double[filter.periods][model.states()];
        for (int period = 0; period < filter.periods; period++) {
            for (int state = 0; state < model.states(); state++) {
                probabilities[period][state] = filter.filtered(period, state);
            }
        }
        return new FilteredStates(logLikelihood, probabilities);
    }
}
