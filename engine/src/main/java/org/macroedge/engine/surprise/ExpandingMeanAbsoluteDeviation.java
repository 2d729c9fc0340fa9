package org.macroedge.engine.surprise;

/// 1.2533·mean|x| over all surprises so far, at least the floor: an outlier counts by its size, not by its square, but
/// stays in the estimate for good. 1.2533 (= √(π/2)) makes it consistent for a normal distribution. All surprises 0: σ
/// is the floor.
public final class ExpandingMeanAbsoluteDeviation implements SigmaEstimator {

    private final double floor;
    private int count;
    private double sum;

    /// @param floor the least σ, in the surprises' unit, above 0
    public ExpandingMeanAbsoluteDeviation(double floor) {
        this.floor = SigmaEstimator.positive(floor);
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public double sigma() {
        return count < START ? Double.NaN : Math.max(MEAN_TO_SIGMA * (sum / count), floor);
    }

    @Override
    public void learn(double surprise) {
        count++;
        sum += Math.abs(surprise);
    }
}
