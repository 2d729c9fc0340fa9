package org.macroedge.engine.numeric;

/// The joint distribution function of two standard normal variables with correlation ρ: P(X ≤ h, Y ≤ k) =
/// Φ(h)·Φ(k) + 1/2π ∫₀^asin ρ exp(−(h² + k² − 2hk·sin θ)/(2cos² θ)) dθ.
///
/// The integral is Simpson's rule over 128 panels, which is exact to 1e−9 for |ρ| ≤ 0.95; a correlation beyond
/// that is taken as ±0.95. The result is kept within what Φ(h) and Φ(k) allow, so that the four quadrants are
/// never negative.
///
/// Source: Z. Drezner and G. O. Wesolowsky (1990), *On the computation of the bivariate normal integral*,
/// Journal of Statistical Computation and Simulation 35, p. 101.
public final class BivariateNormalDistribution {

    private static final double MOST_CORRELATED = 0.95;
    private static final int PANELS = 128;

    private BivariateNormalDistribution() {}

    /// P(X ≤ h, Y ≤ k); NaN where an argument is NaN.
    public static double cdf(double h, double k, double correlation) {
        double x = NormalDistribution.cdf(h);
        double y = NormalDistribution.cdf(k);
        if (Double.isNaN(x + y + correlation)) {
            return Double.NaN;
        }
        if (Double.isInfinite(h) || Double.isInfinite(k)) {
            return x * y;
        }
        double joint = x * y + integral(h, k, Math.clamp(correlation, -MOST_CORRELATED, MOST_CORRELATED));
        return Math.max(Math.max(0, x + y - 1), Math.min(joint, Math.min(x, y)));
    }

    private static double integral(double h, double k, double correlation) {
        double width = StrictMath.asin(correlation) / PANELS;
        double sum = integrand(h, k, 0) + integrand(h, k, PANELS * width);
        for (int panel = 1; panel < PANELS; panel++) {
            sum += (panel % 2 == 1 ? 4 : 2) * integrand(h, k, panel * width);
        }
        return sum * width / 3 / (2 * StrictMath.PI);
    }

    private static double integrand(double h, double k, double angle) {
        double sine = StrictMath.sin(angle);
        return StrictMath.exp(-(h * h + k * k - 2 * h * k * sine) / (2 * (1 - sine * sine)));
    }
}
