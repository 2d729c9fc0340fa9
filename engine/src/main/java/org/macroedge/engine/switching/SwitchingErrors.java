package org.macroedge.engine.switching;

import java.util.Arrays;
import java.util.stream.Stream;
import org.macroedge.engine.correlation.SymmetricEigenvalues;

/// The standard errors of an estimate, from the curvature of the likelihood at its maximum.
///
/// The Hessian over the points of [FreeParameters] comes from central differences of the gradient; the
/// errors of the parameters follow from its inverse by the delta method. With all restrictions inactive,
/// this is the inverse of the observed information. 2·d evaluations, as those of [SwitchingScore].
///
/// @param transition of `transition[i][j]`
/// @param levels in the units of the series
/// @param coefficients of φ₁ … φₚ
/// @param deviations of σ of each state, in the units of the series
public record SwitchingErrors(double[][] transition, double[] levels, double[] coefficients, double[] deviations) {

    private static final double STEP = 1e-4;

    /// Below this part of the largest curvature, a direction is flat.
    private static final double FLAT = 1e-9;

    /// Standard errors, or the cause why there are none.
    public sealed interface Result {}

    /// @param errors of all parameters
    public record Found(SwitchingErrors errors) implements Result {}

    /// @param cause always [NoEstimate#FLAT]
    public record NotFound(NoEstimate cause) implements Result {}

    /// @param series the one that was fitted
    public static Result of(SwitchingEstimate estimate, double[] series) {
        SwitchingModel model = estimate.model();
        StandardisedSeries standardised = StandardisedSeries.of(series);
        FreeParameters free = SwitchingEstimate.free(model, YuleWalker.of(standardised.values(), model.order()));
        ParameterLayout layout = new ParameterLayout(model);
        double[] parameters = layout.standardised(estimate.parameters(), standardised, model.level());
        double[] point = free.point(parameters);
        double[][] hessian = hessian(new NegativeLikelihood(model, free, standardised.values()), point);
        if (!Stream.of(hessian).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
            return new NotFound(NoEstimate.FLAT);
        }
        SymmetricEigenvalues curvature = SymmetricEigenvalues.of(hessian);
        if (!(curvature.values()[point.length - 1] > FLAT * curvature.values()[0])) {
            return new NotFound(NoEstimate.FLAT);
        }
        return new Found(new Delta(free, layout, point, parameters, curvature).errors(standardised, model));
    }

    private static double[][] hessian(NegativeLikelihood function, double[] point) {
        int size = point.length;
        double[][] hessian = new double[size][size];
        double[] up = new double[size];
        double[] down = new double[size];
        for (int row = 0; row < size; row++) {
            double step = STEP * Math.max(1, Math.abs(point[row]));
            double[] moved = point.clone();
            moved[row] = point[row] + step;
            double above = function.value(moved, up);
            moved[row] = point[row] - step;
            double below = function.value(moved, down);
            for (int column = 0; column < size; column++) {
                double slope = Double.isFinite(above + below) ? (up[column] - down[column]) / (4 * step) : Double.NaN;
                hessian[row][column] += slope;
                hessian[column][row] += slope;
            }
        }
        return hessian;
    }

    private record Delta(
            FreeParameters free,
            ParameterLayout layout,
            double[] point,
            double[] parameters,
            SymmetricEigenvalues curvature) {

        SwitchingErrors errors(StandardisedSeries series, SwitchingModel model) {
            int states = layout.states();
            double[][] transition = new double[states][states];
            double[] levels = new double[states];
            double[] deviations = new double[states];
            for (int from = 0; from < states; from++) {
                for (int to = 0; to < states; to++) {
                    transition[from][to] = error(unit(layout.transition(from, to), 1));
                }
                levels[from] = error(level(from, series, model));
                int variance = layout.variance(from);
                deviations[from] = error(unit(variance, series.scale() / (2 * Math.sqrt(parameters[variance]))));
            }
            double[] coefficients = new double[layout.order()];
            for (int lag = 1; lag <= layout.order(); lag++) {
                coefficients[lag - 1] = error(unit(layout.coefficient(lag), 1));
            }
            return new SwitchingErrors(transition, levels, coefficients, deviations);
        }

        /// An intercept moves with the coefficients where the mean of the series was taken off.
        private double[] level(int state, StandardisedSeries series, SwitchingModel model) {
            double[] slopes = unit(layout.level(state), series.scale());
            for (int lag = 1; lag <= layout.order() && model.level() == SwitchingLevel.INTERCEPT; lag++) {
                slopes[layout.coefficient(lag)] = -series.shift();
            }
            return slopes;
        }

        private double[] unit(int index, double slope) {
            double[] slopes = new double[layout.size()];
            slopes[index] = slope;
            return slopes;
        }

        /// @param byParameter the slopes of a quantity by the parameters
        private double error(double[] byParameter) {
            double[] byPoint = new double[point.length];
            free.pull(point, parameters, byParameter, byPoint);
            double variance = 0;
            for (int rank = 0; rank < point.length; rank++) {
                double along = 0;
                for (int index = 0; index < point.length; index++) {
                    along += curvature.vectors()[rank][index] * byPoint[index];
                }
                variance += along * along / curvature.values()[rank];
            }
            return Math.sqrt(variance);
        }
    }
}
