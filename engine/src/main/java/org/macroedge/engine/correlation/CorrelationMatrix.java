package org.macroedge.engine.correlation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The correlations of all pairs of several series, each over the rows in which both have a value, in the order
/// in which series that move together are neighbours ([ClusterOrder]).
///
/// Pairwise rows use all that is known; the matrix of such correlations need not be positive semi-definite. The
/// one that [SharedMovement] shrinks, on complete rows, is.
///
/// @param names in the order of the clustering; of a pair, as it was asked for
/// @param pairs of two different series: (0, 1), (0, 2), (1, 2), (0, 3), … by their places in `names`
/// @param shared what the series have in common, or why that is not known
public record CorrelationMatrix(List<String> names, List<Pair> pairs, SharedMovement.Result shared) {

    /// @param first comes before `second` in the order of the matrix
    public record Pair(String first, String second, PairCorrelation correlation) {}

    /// @param fewest rows that a pair must have in common, at least 2
    public static CorrelationMatrix of(SeriesTable table, CorrelationMethod method, int fewest) {
        int series = table.names().size();
        PairCorrelation[][] all = PairCorrelation.ofAll(table, method, fewest);
        double[][] values = new double[series][series];
        for (int row = 0; row < series; row++) {
            for (int column = 0; column < series; column++) {
                Double value = row == column ? Double.valueOf(1) : all[row][column].value();
                values[row][column] = value == null ? Double.NaN : value;
            }
        }
        return ordered(table, all, ClusterOrder.of(values), SharedMovement.of(table, method, fewest));
    }

    /// One pair of a table: the same correlation as that of this pair in the matrix of all its series. The shared
    /// movement is that of the table.
    ///
    /// @param second may be `first`: then one series has its correlation with itself
    /// @param fewest rows that the pair must have in common, at least 2
    /// @throws IllegalArgumentException where the table has no such series
    public static CorrelationMatrix ofPair(
            SeriesTable table, String first, String second, CorrelationMethod method, int fewest) {
        PairCorrelation pair =
                PairCorrelation.of(table.column(table.index(first)), table.column(table.index(second)), method, fewest);
        return new CorrelationMatrix(
                Stream.of(first, second).distinct().toList(),
                List.of(new Pair(first, second, pair)),
                SharedMovement.of(table, method, fewest));
    }

    private static CorrelationMatrix ordered(
            SeriesTable table, PairCorrelation[][] all, List<Integer> order, SharedMovement.Result shared) {
        List<Pair> pairs = new ArrayList<>();
        for (int row = 0; row < order.size(); row++) {
            for (int column = 0; column < row; column++) {
                int first = order.get(column);
                int second = order.get(row);
                pairs.add(new Pair(table.names().get(first), table.names().get(second), all[first][second]));
            }
        }
        List<String> names = order.stream().map(table.names()::get).toList();
        return new CorrelationMatrix(names, List.copyOf(pairs), shared);
    }
}
