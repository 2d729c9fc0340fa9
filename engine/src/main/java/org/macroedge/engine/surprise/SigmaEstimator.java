package org.macroedge.engine.surprise;

/// The scale σ of an indicator's surprises. It learns them one by one, so it is always known before the surprise that
/// it scales.
///
/// An estimator holds the state of one indicator and forecast class. It is not thread-safe.
public interface SigmaEstimator {

    /// The number of surprises from which there is a scale.
    int START = 10;

    /// √(π/2): makes the mean of |x| consistent for a normal distribution.
    double MEAN_TO_SIGMA = 1.2533;

    /// The number of surprises learnt.
    int count();

    /// The scale from the surprises learnt so far, in their unit; NaN before [#START] of them.
    double sigma();

    /// Learns one surprise.
    ///
    /// @param surprise raw, in the indicator's unit; finite
    void learn(double surprise);

    /// Checks a floor.
    ///
    /// @throws IllegalArgumentException where it is not above 0
    static double positive(double floor) {
        if (!(floor > 0)) {
            throw new IllegalArgumentException("sigma floor " + floor + " is not above 0");
        }
        return floor;
    }
}
