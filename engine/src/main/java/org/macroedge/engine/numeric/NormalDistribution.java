package org.macroedge.engine.numeric;

/// The standard normal distribution function Φ, by one algorithm so that every machine returns the same bits.
///
/// Φ(x) = ½ + φ(x)·(x + x³/3 + x⁵/(3·5) + x⁷/(3·5·7) + …), all terms of one sign, so nothing cancels in the centred
/// form Φ(x) − ½, which is exactly odd. From |x| = 3 on, Laplace's continued fraction of the tail. Absolute error
/// below 1e−15.
///
/// Source: G. Marsaglia (2004), *Evaluating the Normal Distribution*, Journal of Statistical Software 11(4), p. 2;
/// M. Abramowitz and I. Stegun (1964), *Handbook of Mathematical Functions*, 26.2.14.
public final class NormalDistribution {

    /// Beyond this argument Φ − ½ rounds to ±½ in double precision.
    private static final double SATURATED = 8.3;

    /// From here on the series would lose digits, and the continued fraction has converged at [#LEVELS].
    private static final double TAIL = 3;

    private static final int LEVELS = 80;
    private static final double SPLIT = 16;

    private static final double DENSITY_AT_ZERO = 1 / StrictMath.sqrt(2 * StrictMath.PI);

    private NormalDistribution() {}

    /// Φ(x). 0 and 1 at the infinities, NaN for NaN.
    public static double cdf(double x) {
        return 0.5 + centred(x);
    }

    /// Φ(x) − ½, odd in x: `centred(-x) == -centred(x)` to the bit.
    public static double centred(double x) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        double size = Math.abs(x);
        double half = size < TAIL ? body(size) : 0.5 - tail(size);
        return x < 0 ? -half : half;
    }

    private static double body(double x) {
        double square = x * x;
        double term = x;
        double sum = x;
        double before = -1;
        for (int odd = 3; sum != before; odd += 2) {
            before = sum;
            term = term * square / odd;
            sum = sum + term;
        }
        return sum * (DENSITY_AT_ZERO * halfSquareExponential(x));
    }

    /// 1 − Φ(x) by Laplace's continued fraction.
    private static double tail(double x) {
        if (x > SATURATED) {
            return 0;
        }
        double fraction = x;
        for (int level = LEVELS; level >= 1; level--) {
            fraction = x + level / fraction;
        }
        return DENSITY_AT_ZERO * halfSquareExponential(x) / fraction;
    }

    /// exp(−x²/2) without the rounding of x², which at x = 7 alone would cost 3e−15: x is split at a sixteenth,
    /// whose square is exact.
    private static double halfSquareExponential(double x) {
        double size = Math.abs(x);
        double coarse = Math.floor(size * SPLIT) / SPLIT;
        double rest = (size - coarse) * (size + coarse);
        return StrictMath.exp(-0.5 * coarse * coarse) * StrictMath.exp(-0.5 * rest);
    }
}
