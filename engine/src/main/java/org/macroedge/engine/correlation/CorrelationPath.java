package org.macroedge.engine.correlation;

import java.util.ArrayList;
import java.util.List;

/// The correlation of one pair over the last rows up to each instant: how it came to be what it is.
///
/// Each point is computed afresh from its own rows, without running totals, so that later rows never change it.
/// O(rows · window). Thread-safe.
public final class CorrelationPath {

    private CorrelationPath() {}

    /// @param instant of the last row, in epoch seconds
    /// @param correlation over the rows of the window
    public record Point(long instant, PairCorrelation correlation) {}

    /// One point for each row that has a whole window behind it; none where there are fewer rows.
    ///
    /// @param window rows, missing values included; at least `fewest`
    /// @param fewest rows that the pair must have in common within the window, at least 2
    /// @throws IllegalArgumentException where the table has no such series
    public static List<Point> of(
            SeriesTable table, String first, String second, CorrelationMethod method, int window, int fewest) {
        double[] x = table.column(table.index(first));
        double[] y = table.column(table.index(second));
        CommonRows rows = new CommonRows(method, fewest);
        List<Point> path = new ArrayList<>();
        for (int end = window; end <= table.rows(); end++) {
            path.add(new Point(table.instants()[end - 1], rows.correlation(x, y, end - window, end)));
        }
        return List.copyOf(path);
    }
}
