package org.macroedge.engine.forecast;

/// AR(1) and ARMA(1,1) of a growing series by conditional least squares, fitted again at each value.
///
/// The model is yₜ = c + φ·yₜ₋₁ + eₜ + θ·eₜ₋₁ with e₁ = 0; θ = 0 is the AR(1). The estimate minimises Σeₜ², t = 2…n.
/// For a given θ the residuals are linear in c and φ: with the filter z̃ₜ = zₜ − θ·z̃ₜ₋₁, z̃₁ = 0, they are ỹₜ − c·1̃ₜ
/// − φ·x̃ₜ, where xₜ = yₜ₋₁. So c and φ follow exactly from six sums of products, which grow by one term a value, and
/// what remains is a search in one dimension. θ is taken from the 61 multiples of 1/32 up to ±15/16, all of which are
/// tried: the minimum is the global one, no start decides it, and the model is invertible. The step is less than half
/// of √((1−θ²)/n) while n < 256·(1−θ²): up to n = 255 at θ = 0 and 191 at |θ| = ½. That root is the asymptotic standard
/// error of θ in an MA(1), and a lower bound of the one in an ARMA(1,1), √((1−θ²)/n)·|1+φθ|/|φ+θ|. φ is held within
/// ±0.999, so that the model is stationary; at that bound c is fitted alone. Of equal sums of squares the AR(1) stands,
/// then the lowest θ.
///
/// All sums are from the first value on, in the order of the values, so that growing by one value and starting anew
/// give the same bits. Units: φ and θ have none, the others have that of the series. O(61) a value and a forecast.
///
/// Degenerate series have no model ([#hasModel]): fewer than four values, a regressor without variation (a constant
/// series), and squares that are not finite, which also end it for every later value. A series that a model fits
/// exactly has a sum of squares of about 0, and that model. Not thread-safe.
///
/// Source: J. D. Hamilton (1994), *Time Series Analysis*, p. 122–123 (conditional likelihood of an AR(1)) and 132
/// (of an ARMA process); G. E. P. Box and G. M. Jenkins (1976), *Time Series Analysis: Forecasting and Control*, p.
/// 209–211.
final class ConditionalLeastSquares {

    private static final int SIDE = 30;
    private static final int CANDIDATES = 2 * SIDE + 1;
    private static final double STEPS_TO_ONE = 32;
    private static final double GREATEST_PHI = 0.999;
    private static final int FEWEST = 4;

    /// A regressor whose variation is a smaller part of its square is constant but for rounding.
    private static final double CONSTANT = 1e-13;

    private final double[] theta = new double[CANDIDATES];
    private final double[] unit = new double[CANDIDATES];
    private final double[] before = new double[CANDIDATES];
    private final double[] value = new double[CANDIDATES];
    private final double[] unitUnit = new double[CANDIDATES];
    private final double[] unitBefore = new double[CANDIDATES];
    private final double[] unitValue = new double[CANDIDATES];
    private final double[] beforeBefore = new double[CANDIDATES];
    private final double[] beforeValue = new double[CANDIDATES];
    private final double[] valueValue = new double[CANDIDATES];
    private int count;
    private double last;

    ConditionalLeastSquares() {
        for (int candidate = 0; candidate < CANDIDATES; candidate++) {
            theta[candidate] = (candidate - SIDE) / STEPS_TO_ONE;
        }
    }

    /// Takes the next value. Values near 0 lose least to rounding: subtract the first one.
    void add(double next) {
        if (count > 0) {
            for (int candidate = 0; candidate < CANDIDATES; candidate++) {
                unit[candidate] = 1 - theta[candidate] * unit[candidate];
                before[candidate] = last - theta[candidate] * before[candidate];
                value[candidate] = next - theta[candidate] * value[candidate];
            }
            accumulate(unitUnit, unit, unit);
            accumulate(unitBefore, unit, before);
            accumulate(unitValue, unit, value);
            accumulate(beforeBefore, before, before);
            accumulate(beforeValue, before, value);
            accumulate(valueValue, value, value);
        }
        last = next;
        count++;
    }

    private static void accumulate(double[] sums, double[] left, double[] right) {
        for (int candidate = 0; candidate < CANDIDATES; candidate++) {
            sums[candidate] += left[candidate] * right[candidate];
        }
    }

    /// Whether there is a model: an AR(1), and so an ARMA(1,1).
    boolean hasModel() {
        return count >= FEWEST && Double.isFinite(squares(SIDE)) && Double.isFinite(forecast(SIDE));
    }

    /// The AR(1)'s forecast of the next value; meaningless without a model.
    double ar1() {
        return forecast(SIDE);
    }

    /// The ARMA(1,1)'s forecast of the next value; meaningless without a model.
    double arma11() {
        return forecast(bestCandidate());
    }

    private int bestCandidate() {
        int best = SIDE;
        double least = squares(SIDE);
        for (int candidate = 0; candidate < CANDIDATES; candidate++) {
            double squares = squares(candidate);
            if (squares < least && Double.isFinite(forecast(candidate))) {
                best = candidate;
                least = squares;
            }
        }
        return best;
    }

    /// The variation of the regressor about what c explains; not above 0 where there is none.
    private double variation(int candidate) {
        double explained = unitBefore[candidate] * unitBefore[candidate] / unitUnit[candidate];
        double variation = beforeBefore[candidate] - explained;
        return variation > CONSTANT * beforeBefore[candidate] ? variation : Double.NaN;
    }

    private double covariation(int candidate) {
        return beforeValue[candidate] - unitBefore[candidate] * unitValue[candidate] / unitUnit[candidate];
    }

    /// NaN without a model.
    private double phi(int candidate) {
        return Math.clamp(covariation(candidate) / variation(candidate), -GREATEST_PHI, GREATEST_PHI);
    }

    /// The least sum of squared residuals for a θ; NaN without a model.
    private double squares(int candidate) {
        double phi = phi(candidate);
        double own = valueValue[candidate] - unitValue[candidate] * unitValue[candidate] / unitUnit[candidate];
        return Math.max(own - 2 * phi * covariation(candidate) + phi * phi * variation(candidate), 0);
    }

    private double forecast(int candidate) {
        double phi = phi(candidate);
        double intercept = (unitValue[candidate] - phi * unitBefore[candidate]) / unitUnit[candidate];
        double residual = value[candidate] - intercept * unit[candidate] - phi * before[candidate];
        return intercept + phi * last + theta[candidate] * residual;
    }
}
