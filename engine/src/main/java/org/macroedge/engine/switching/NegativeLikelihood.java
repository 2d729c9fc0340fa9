package org.macroedge.engine.switching;

import org.macroedge.engine.numeric.QuasiNewtonMinimum;

/// The log-likelihood of a series, negated, over the points of [FreeParameters]. It holds its arrays: not
/// thread-safe.
final class NegativeLikelihood implements QuasiNewtonMinimum.Smooth {

    private final FreeParameters free;
    private final SwitchingScore score;
    private final double[] parameters;
    private final double[] byParameter;

    /// @param values with mean 0 and variance 1
    NegativeLikelihood(SwitchingModel model, FreeParameters free, double[] values) {
        this.free = free;
        this.score = new SwitchingScore(new HistoryFilter(model, values));
        int size = new ParameterLayout(model).size();
        this.parameters = new double[size];
        this.byParameter = new double[size];
    }

    @Override
    public double value(double[] point, double[] gradient) {
        free.map(point, parameters);
        double value = score.value(parameters, byParameter);
        if (Double.isFinite(value)) {
            free.pull(point, parameters, byParameter, gradient);
            for (int index = 0; index < gradient.length; index++) {
                gradient[index] = -gradient[index];
            }
        }
        return -value;
    }
}
