package org.macroedge.engine.surprise;

/// The scale σ of an indicator's surprises, learnt one by one, so that it is always known before the surprise it
/// scales.
///
/// An estimator holds the state of one indicator and forecast class. It is not thread-safe.
public interface SigmaEstimator {

    /// No scale is given before this many surprises.
    int START = 10;

    /// √(π/2): makes the mean of |x| consistent for a normal distribution.
    double MEAN_TO_SIGMA = 1.2533;

    /// How many surprises were learnt.
    int count();

    /// The scale from the surprises learnt so far, in their unit; NaN before [#START] of them.
    double sigma();

    /// Learns one surprise.
    ///
    /// @param surprise raw, in the indicator's unit; finite
    void learn(double surprise);

    /// A floor that can serve.
    ///
    /// @throws IllegalArgumentException where it is not above 0
    static double positive(double floor) {
        if (!(floor > 0)) {
            throw new IllegalArgumentException("sigma floor " + floor + " is not above 0");
        }
        return floor;
    }
}
