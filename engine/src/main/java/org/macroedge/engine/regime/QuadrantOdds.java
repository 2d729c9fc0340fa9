package org.macroedge.engine.regime;

import org.macroedge.engine.numeric.BivariateNormalDistribution;
import org.macroedge.engine.numeric.NormalDistribution;

/// How likely each quadrant is by the composites, in [0, 1]; they add up to 1.
public record QuadrantOdds(double goldilocks, double reflation, double stagflation, double slowdown) {

    /// @param growth composite over the scale of its earlier monthly changes
    /// @param inflation as `growth`
    /// @param correlation of the monthly changes of the two composites
    static QuadrantOdds of(double growth, double inflation, double correlation) {
        double growthUp = NormalDistribution.cdf(growth);
        double inflationUp = NormalDistribution.cdf(inflation);
        double both = BivariateNormalDistribution.cdf(growth, inflation, correlation);
        return new QuadrantOdds(
                Math.max(0, growthUp - both),
                both,
                Math.max(0, inflationUp - both),
                Math.max(0, 1 - growthUp - inflationUp + both));
    }
}
