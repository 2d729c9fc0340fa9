package org.macroedge.engine.regime;

/// How well a probability of a month-end, P(up) or that of a [SecondOpinion], foretold the sign of the next
/// composite, out of sample: mean squared errors.
///
/// @param months the month-ends scored, each with a probability and a composite a month later
/// @param model of the probability, in [0, 1]; NaN without months
/// @param persistence of the forecast that the sign stays, 1 where the composite is above 0 and else 0; NaN
/// without months
public record BrierScores(int months, double model, double persistence) {

    /// Two years: with fewer month-ends, one turn of an axis decides which score is lower.
    static final int LEAST_MONTHS = 24;

    /// No month-end yet.
    static final BrierScores NONE = new BrierScores(0, Double.NaN, Double.NaN);

    /// Whether it may be called a probability: it beats persistence over at least 24 month-ends.
    public boolean beatsPersistence() {
        return months >= LEAST_MONTHS && model < persistence;
    }

    /// With one more month-end.
    BrierScores with(double up, double composite, double next) {
        double outcome = next > 0 ? 1 : 0;
        double unchanged = composite > 0 ? 1 : 0;
        return new BrierScores(
                months + 1, mean(model, squared(up - outcome)), mean(persistence, squared(unchanged - outcome)));
    }

    private static double squared(double error) {
        return error * error;
    }

    private double mean(double before, double error) {
        return months == 0 ? error : before + (error - before) / (months + 1);
    }
}
