package org.macroedge.engine.switching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.numeric.QuasiNewtonMinimum;

/// The maximum likelihood of a [SwitchingModel] on one series, given its first `order` values.
///
/// The search starts from the points of [SwitchingStarts]. Each takes ten steps of [QuasiNewtonMinimum] by
/// the gradient of [SwitchingScore]; the two that come highest go on to a maximum, and the higher one is
/// the estimate. It is a local maximum, and the highest one where a start leads there. Residuals of any
/// state have at least 0.05 of the standard deviation of those of an autoregression without states: without
/// such a bound, a state that fits a single value exactly makes the likelihood infinite.
///
/// The states are ordered by level, ascending, then by deviation. The estimate depends on the series alone:
/// a caller that wants no look-ahead gives the values known at its time. The same series gives the same
/// bits; the unit of the series has no influence beyond rounding. Some hundred evaluations, O(n·k^w) each
/// with w the window of [HistoryFilter]. Thread-safe.
///
/// Source: J. D. Hamilton (1989), *A new approach to the economic analysis of nonstationary time series and
/// the business cycle*, Econometrica 57(2), p. 357–384, section 4; the bound: R. J. Hathaway (1985), *A
/// constrained formulation of maximum-likelihood estimation for normal mixture distributions*, Annals of
/// Statistics 13(2), p. 795–800.
///
/// @param parameters in the units of the series
/// @param logLikelihood of the values after the first `order`
/// @param filtered of the same periods
public record SwitchingEstimate(
        SwitchingModel model, SwitchingParameters parameters, double logLikelihood, FilteredStates filtered) {

    private static final double LEAST_SHARE = 0.05;
    private static final int STEPS_OF_A_START = 10;
    private static final int STARTS_KEPT = 2;
    private static final int MOST_STEPS = 500;

    /// Small enough for all digits of the published figures.
    private static final double TOLERANCE = 1e-7;

    /// A level so many deviations of the series away is that of no value.
    private static final double FARTHEST = 1e3;

    /// An estimate, or the cause why there is none.
    public sealed interface Result {}

    /// @param estimate of all periods
    public record Found(SwitchingEstimate estimate) implements Result {}

    /// @param cause never [NoEstimate#FLAT]
    public record NotFound(NoEstimate cause) implements Result {}

    /// @param series ascending in time, without gaps
    public static Result of(SwitchingModel model, double[] series) {
        NoEstimate fault = StandardisedSeries.fault(model, series);
        if (fault != null) {
            return new NotFound(fault);
        }
        StandardisedSeries standardised = StandardisedSeries.of(series);
        double[] parameters = highest(model, standardised.values());
        if (parameters == null) {
            return new NotFound(NoEstimate.NO_MAXIMUM);
        }
        SwitchingParameters found =
                new ParameterLayout(model).parameters(ordered(model, parameters), standardised, model.level());
        FilteredStates filtered = FilteredStates.of(model, found, series);
        return new Found(new SwitchingEstimate(model, found, filtered.logLikelihood(), filtered));
    }

    /// The restrictions of a model on a standardised series.
    static FreeParameters free(SwitchingModel model, YuleWalker autoregression) {
        double least = Math.max(autoregression.variance(), Double.MIN_NORMAL);
        return new FreeParameters(model, LEAST_SHARE * LEAST_SHARE * least);
    }

    private static double @Nullable [] highest(SwitchingModel model, double[] values) {
        YuleWalker autoregression = YuleWalker.of(values, model.order());
        FreeParameters free = free(model, autoregression);
        ParameterLayout layout = new ParameterLayout(model);
        NegativeLikelihood function = new NegativeLikelihood(model, free, values);
        List<QuasiNewtonMinimum> begun = new ArrayList<>();
        for (double[] start : SwitchingStarts.of(model, free, values, autoregression)) {
            begun.add(QuasiNewtonMinimum.of(function, start, TOLERANCE, STEPS_OF_A_START));
        }
        double[] parameters = new double[layout.size()];
        return begun.stream()
                .filter(minimum -> Double.isFinite(minimum.value()))
                .sorted(Comparator.comparingDouble(QuasiNewtonMinimum::value))
                .limit(STARTS_KEPT)
                .map(minimum -> QuasiNewtonMinimum.of(function, minimum.point(), TOLERANCE, MOST_STEPS))
                .filter(minimum -> minimum.converged() && isNear(model, free, layout, minimum.point(), parameters))
                .min(Comparator.comparingDouble(QuasiNewtonMinimum::value))
                .map(minimum -> {
                    free.map(minimum.point(), parameters);
                    return parameters;
                })
                .orElse(null);
    }

    private static boolean isNear(
            SwitchingModel model, FreeParameters free, ParameterLayout layout, double[] point, double[] parameters) {
        free.map(point, parameters);
        return IntStream.range(0, model.states())
                .allMatch(state -> Math.abs(parameters[layout.level(state)]) <= FARTHEST);
    }

    private static double[] ordered(SwitchingModel model, double[] parameters) {
        ParameterLayout layout = new ParameterLayout(model);
        int[] order = IntStream.range(0, model.states())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer state) -> parameters[layout.level(state)])
                        .thenComparingDouble(state -> parameters[layout.variance(state)]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ordered = parameters.clone();
        for (int from = 0; from < model.states(); from++) {
            for (int to = 0; to < model.states(); to++) {
                ordered[layout.transition(from, to)] = parameters[layout.transition(order[from], order[to])];
            }
            ordered[layout.level(from)] = parameters[layout.level(order[from])];
            ordered[layout.variance(from)] = parameters[layout.variance(order[from])];
        }
        return ordered;
    }
}
