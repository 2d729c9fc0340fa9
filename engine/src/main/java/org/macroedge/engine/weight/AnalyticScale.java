package org.macroedge.engine.weight;

import org.macroedge.engine.catalogue.Correlations;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.signal.HalfLife;
import org.macroedge.engine.vocabulary.Bloc;
import org.macroedge.engine.vocabulary.Category;

/// The scale S of a weighted sum of signals, which makes the biases of instruments with many and with few indicators
/// comparable.
///
/// With a = w√v, signed: S² = Σ a² + ρ₁·(ordered pairs of one bloc and category) + ρ₂·(other pairs of one bloc) +
/// ρ₃·(pairs across blocs), where a set of pairs sums as (Σa)² − Σa². The sums run per bloc, then category, ascending.
/// Without any weight, S is 0.
public final class AnalyticScale {

    private static final int CATEGORIES = Category.values().length;
    private static final int BLOCS = Bloc.values().length;

    private final double[] sum = new double[BLOCS * CATEGORIES];
    private final double[] squares = new double[BLOCS * CATEGORIES];

    /// The variance of an on-schedule signal of unit z: v = (h / (2 P ln 2)) · (1 − 2^(−2·L/h)), where a release counts
    /// for L. In mode `latest`, L = min(P, 4h), because the next release displaces it; in mode `sum`, L = 4h.
    ///
    /// @param halfLife h in days
    /// @param period P in days
    public static double signalVariance(SignalMode mode, double halfLife, double period) {
        double window = HalfLife.LIVE_HALF_LIVES * halfLife;
        double lifetime = mode == SignalMode.SUM ? window : Math.min(period, window);
        return halfLife / (2 * period * StrictMath.log(2)) * (1 - StrictMath.pow(2, -2 * lifetime / halfLife));
    }

    /// The number of an indicator's bloc and category, in the order of the sum.
    static int cell(Indicator indicator) {
        return indicator.region().bloc().ordinal() * CATEGORIES
                + indicator.category().ordinal();
    }

    /// Adds an indicator with its weight w and the variance v of its signal.
    public void add(Indicator indicator, double weight, double variance) {
        add(cell(indicator), weight * Math.sqrt(variance));
    }

    /// Adds one a = w√v.
    void add(int cell, double a) {
        sum[cell] += a;
        squares[cell] += a * a;
    }

    /// S of what was added.
    public double scale(Correlations correlations) {
        double total = 0;
        double totalSquares = 0;
        double category = 0;
        double bloc = 0;
        double blocSquares = 0;
        for (int b = 0; b < BLOCS; b++) {
            double blocSum = 0;
            double blocOwn = 0;
            double blocCategory = 0;
            for (int cell = b * CATEGORIES; cell < (b + 1) * CATEGORIES; cell++) {
                blocSum += sum[cell];
                blocOwn += squares[cell];
                blocCategory += sum[cell] * sum[cell] - squares[cell];
            }
            total += blocSum;
            totalSquares += blocOwn;
            category += blocCategory;
            bloc += blocSum * blocSum - blocOwn - blocCategory;
            blocSquares += blocSum * blocSum;
        }
        double variance = totalSquares
                + correlations.sameCategory() * category
                + correlations.sameBloc() * bloc
                + correlations.acrossBlocs() * (total * total - blocSquares);
        return Math.sqrt(Math.max(variance, 0));
    }
}
