package org.macroedge.engine.switching;

import java.util.Arrays;

/// Maps any point of ℝᵈ to parameters that a model allows, so that a minimiser needs no bounds.
///
/// A row of transitions is `least`·(the state itself) + (1 − `least`)·softmax of k − 1 numbers and 0 for
/// the state itself; a variance is `leastVariance` + eˣ. Levels and coefficients are themselves. Immutable.
final class FreeParameters {

    private final SwitchingModel model;
    private final ParameterLayout layout;
    private final double leastVariance;

    FreeParameters(SwitchingModel model, double leastVariance) {
        this.model = model;
        this.layout = new ParameterLayout(model);
        this.leastVariance = leastVariance;
    }

    private int leaving(int from, int to) {
        return from * (model.states() - 1) + (to < from ? to : to - 1);
    }

    private int levels() {
        return model.states() * (model.states() - 1);
    }

    private int variance(int state) {
        return levels() + model.states() + model.order() + (model.switchingVariance() ? state : 0);
    }

    /// Writes the parameters of a point.
    void map(double[] point, double[] parameters) {
        for (int from = 0; from < model.states(); from++) {
            mapRow(point, from, parameters);
            parameters[layout.variance(from)] = leastVariance + StrictMath.exp(point[variance(from)]);
        }
        System.arraycopy(point, levels(), parameters, layout.level(0), model.states() + model.order());
    }

    private void mapRow(double[] point, int from, double[] parameters) {
        double largest = 0;
        for (int to = 0; to < model.states(); to++) {
            largest = to == from ? largest : Math.max(largest, point[leaving(from, to)]);
        }
        double sum = 0;
        for (int to = 0; to < model.states(); to++) {
            double weight = StrictMath.exp((to == from ? 0 : point[leaving(from, to)]) - largest);
            parameters[layout.transition(from, to)] = weight;
            sum += weight;
        }
        for (int to = 0; to < model.states(); to++) {
            double share = parameters[layout.transition(from, to)] / sum;
            parameters[layout.transition(from, to)] =
                    (1 - model.leastStaying()) * share + (to == from ? model.leastStaying() : 0);
        }
    }

    /// The derivatives by a point, from those by the parameters it maps to.
    void pull(double[] point, double[] parameters, double[] byParameter, double[] byPoint) {
        Arrays.fill(byPoint, 0);
        for (int from = 0; from < model.states(); from++) {
            pullRow(from, parameters, byParameter, byPoint);
            byPoint[variance(from)] += byParameter[layout.variance(from)] * StrictMath.exp(point[variance(from)]);
        }
        System.arraycopy(byParameter, layout.level(0), byPoint, levels(), model.states() + model.order());
    }

    private void pullRow(int from, double[] parameters, double[] byParameter, double[] byPoint) {
        double free = 1 - model.leastStaying();
        double mean = 0;
        for (int to = 0; to < model.states(); to++) {
            mean += share(from, to, parameters) * byParameter[layout.transition(from, to)];
        }
        for (int to = 0; to < model.states(); to++) {
            if (to != from) {
                byPoint[leaving(from, to)] =
                        free * share(from, to, parameters) * (byParameter[layout.transition(from, to)] - mean);
            }
        }
    }

    private double share(int from, int to, double[] parameters) {
        double fixed = to == from ? model.leastStaying() : 0;
        return (parameters[layout.transition(from, to)] - fixed) / (1 - model.leastStaying());
    }

    /// A point whose parameters these are, as far as the restrictions allow.
    double[] point(double[] parameters) {
        double[] point = new double[model.parameters()];
        for (int from = 0; from < model.states(); from++) {
            double staying = Math.max(share(from, from, parameters), Double.MIN_NORMAL);
            for (int to = 0; to < model.states(); to++) {
                if (to != from) {
                    point[leaving(from, to)] = StrictMath.log(share(from, to, parameters) / staying);
                }
            }
            double variance = parameters[layout.variance(from)] - leastVariance;
            point[variance(from)] = StrictMath.log(Math.max(variance, leastVariance * 1e-3));
        }
        System.arraycopy(parameters, layout.level(0), point, levels(), model.states() + model.order());
        return point;
    }
}
