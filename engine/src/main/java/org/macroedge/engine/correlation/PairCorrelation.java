package org.macroedge.engine.correlation;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The correlation of two series over the rows in which both have a value, with its 95 % interval: Pearson's, or
/// Spearman's, which is Pearson's of the ranks among these rows ([CorrelationMethod]).
///
/// With deviations dx, dy from the means over these rows: r = Σ dx·dy / √(Σ dx² · Σ dy²), cut to [−1, 1].
///
/// Series that resemble their own past hold fewer independent observations than rows. With the lag-1 autocorrelations
/// a = Σ dxₜ·dxₜ₊₁ / Σ dxₜ² and b of y, the first sum over rows that follow each other and both have both values, the
/// effective number is n·(1 − a·b)/(1 + a·b), at most n: series that alternate never make an interval narrower than
/// independent values would. The interval is tanh(atanh r ± 1.96·√(v/(effective − 3))), where v is 1, and 1.06 of
/// ranks.
///
/// Degenerate: fewer rows than asked for, or a series without variation in them, give no value and the cause.
/// With an effective number of 3 or less there is a value without an interval. r = ±1 has the interval [±1,
/// ±1]. A series has exactly 1 with itself, and −1 with its negative.
///
/// O(n), and O(n log n) of ranks. Of values by [PairSums], or in two passes over the common rows where these vary much
/// less than the whole series; the relative error grows with n times the machine's precision. Thread-safe. Sources:
/// Bartlett (1935), *Some Aspects of the Time-Correlation Problem*, Journal of the Royal Statistical Society 98, p.
/// 536–543 (effective number); Fisher (1921), *On the "Probable Error" of a Coefficient of Correlation*, Metron 1, p.
/// 3–32 (interval).
///
/// @param observations rows in which both have a value
/// @param value in [−1, 1]; null where `cause` says why
/// @param effective in (0, `observations`]; null where `value` is
/// @param lower in [−1, `value`]; null where the effective number is 3 or less
/// @param upper in [`value`, 1]; null where `lower` is
/// @param cause null where there is a value
public record PairCorrelation(
        int observations,
        @Nullable Double value,
        @Nullable Double effective,
        @Nullable Double lower,
        @Nullable Double upper,
        @Nullable NoCorrelation cause) {

    /// With fewer rows, an interval spans most of [−1, 1]: at 20 independent rows and r = 0 it is ±0.44.
    public static final int FEWEST = 20;

    /// Φ⁻¹(0.975).
    private static final double QUANTILE = 1.959963984540054;

    /// Fisher's variance is 1/(n − 3).
    private static final int FISHER = 3;

    /// Pearson's.
    ///
    /// @param first NaN where missing
    /// @param second of the same length, NaN where missing
    /// @param fewest rows asked for, at least 2
    public static PairCorrelation of(double[] first, double[] second, int fewest) {
        return of(first, second, CorrelationMethod.PEARSON, fewest);
    }

    /// @param first NaN where missing
    /// @param second of the same length, NaN where missing
    /// @param fewest rows asked for, at least 2
    public static PairCorrelation of(double[] first, double[] second, CorrelationMethod method, int fewest) {
        return new CommonRows(method, fewest).correlation(first, second, 0, first.length);
    }

    /// All pairs of the series of a table, those of a series with itself included.
    ///
    /// @param fewest rows asked for, at least 2
    /// @return symmetric, by the indices of the series
    public static PairCorrelation[][] ofAll(SeriesTable table, CorrelationMethod method, int fewest) {
        if (method == CorrelationMethod.SPEARMAN) {
            return ofAll(table, (first, second) -> of(table.column(first), table.column(second), method, fewest));
        }
        JointSums sums = new JointSums(table.columns());
        return ofAll(
                table,
                (first, second) -> of(sums.pair(first, second), fewest)
                        .orElseGet(() -> new CommonRows(method, fewest)
                                .inTwoPasses(table.column(first), table.column(second), 0, table.rows())));
    }

    /// @param pair the correlation of two series by their indices
    private static PairCorrelation[][] ofAll(SeriesTable table, BiFunction<Integer, Integer, PairCorrelation> pair) {
        int series = table.names().size();
        PairCorrelation[][] all = new PairCorrelation[series][series];
        IntStream.range(0, series).parallel().forEach(first -> {
            for (int second = 0; second <= first; second++) {
                all[first][second] = pair.apply(first, second);
            }
        });
        for (int first = 0; first < series; first++) {
            for (int second = 0; second < first; second++) {
                all[second][first] = all[first][second];
            }
        }
        return all;
    }

    /// Empty where the sums are too inexact, which [CommonRows#inTwoPasses] is not.
    ///
    /// @param fewest rows asked for, at least 2
    static Optional<PairCorrelation> of(PairSums pair, int fewest) {
        if (pair.observations() < fewest) {
            return Optional.of(none(pair.observations(), NoCorrelation.TOO_FEW_OBSERVATIONS));
        }
        if (!pair.exact()) {
            return Optional.empty();
        }
        double value = Math.clamp(pair.products() / Math.sqrt(pair.squares() * pair.otherSquares()), -1, 1);
        double memory = pair.lagged() / pair.squares() * (pair.otherLagged() / pair.otherSquares());
        return Optional.of(of(pair.observations(), value, memory, CorrelationMethod.PEARSON));
    }

    /// @param memory a·b, the product of the lag-1 autocorrelations
    static PairCorrelation of(int count, double value, double memory, CorrelationMethod method) {
        double effective = Math.min(count, count * (1 - memory) / (1 + memory));
        if (effective <= FISHER) {
            return new PairCorrelation(count, value, effective, null, null, null);
        }
        double reach = QUANTILE / Math.sqrt((effective - FISHER) / method.variance());
        double centre = 0.5 * (StrictMath.log1p(value) - StrictMath.log1p(-value));
        return new PairCorrelation(
                count,
                value,
                effective,
                Math.min(value, StrictMath.tanh(centre - reach)),
                Math.max(value, StrictMath.tanh(centre + reach)),
                null);
    }

    static PairCorrelation none(int count, NoCorrelation cause) {
        return new PairCorrelation(count, null, null, null, null, cause);
    }

    /// Whether the interval leaves out 0.
    public boolean differsFromZero() {
        return lower != null && upper != null && (lower > 0 || upper < 0);
    }
}
