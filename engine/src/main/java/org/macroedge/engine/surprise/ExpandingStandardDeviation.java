package org.macroedge.engine.surprise;

/// The standard deviation (n − 1, about the mean) of all surprises so far, at least the floor. Most studies use that of
/// their whole sample, for example P. Balduzzi, E. Elton and T. Green (2001), *Economic News and Bond Prices*, JFQA
/// 36(4); this one uses earlier surprises only.
///
/// An outlier stays in it for good: after the payrolls of 2020, every later miss looks small. Updated by B. Welford
/// (1962), *Note on a Method for Calculating Corrected Sums of Squares and Products*, Technometrics 4(3), in the order
/// of the surprises. All surprises equal: σ is the floor.
public final class ExpandingStandardDeviation implements SigmaEstimator {

    private final double floor;
    private int count;
    private double mean;
    private double squares;

    /// @param floor the least σ, in the surprises' unit, above 0
    public ExpandingStandardDeviation(double floor) {
        this.floor = SigmaEstimator.positive(floor);
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public double sigma() {
        return count < START ? Double.NaN : Math.max(Math.sqrt(squares / (count - 1)), floor);
    }

    @Override
    public void learn(double surprise) {
        count++;
        double distance = surprise - mean;
        mean += distance / count;
        squares += distance * (surprise - mean);
    }
}
