package org.macroedge.engine.numeric;

/// The standard normal distribution function Φ, by one algorithm so that every machine returns the same bits.
///
/// Φ(x) = ½ + φ(x)·(x + x³/3 + x⁵/(3·5) + x⁷/(3·5·7) + …), all terms of one sign, so nothing cancels in the centred form
/// Φ(x) − ½, which is exactly odd. Absolute error below 4e−16.
///
/// Source: G. Marsaglia (2004), *Evaluating the Normal Distribution*, Journal of Statistical Software 11(4), p. 2.
public final class NormalDistribution {

    /// Beyond this argument Φ − ½ rounds to ±½ in double precision.
    private static final double SATURATED = 8.3;

    private static final double DENSITY_AT_ZERO = 1 / StrictMath.sqrt(2 * StrictMath.PI);

    private NormalDistribution() {}

    /// Φ(x). 0 and 1 at the infinities, NaN for NaN.
    public static double cdf(double x) {
        return 0.5 + centred(x);
    }

    /// Φ(x) − ½, odd in x: `centred(-x) == -centred(x)` to the bit.
    public static double centred(double x) {
        if (Math.abs(x) > SATURATED) {
            return x > 0 ? 0.5 : -0.5;
        }
        double square = x * x;
        double term = x;
        double sum = x;
        double before = 0;
        for (int odd = 3; sum != before; odd += 2) {
            before = sum;
            term = term * square / odd;
            sum = sum + term;
            if (Double.isNaN(sum)) {
                return Double.NaN;
            }
        }
        return sum * (DENSITY_AT_ZERO * StrictMath.exp(-0.5 * square));
    }
}
