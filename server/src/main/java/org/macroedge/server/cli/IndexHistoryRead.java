package org.macroedge.server.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.exports.IndexColumns;
import org.macroedge.server.indices.view.IndexHistory;
import org.macroedge.server.indices.view.IndexHistoryPoint;

/// The read of one surprise index over a period.
final class IndexHistoryRead {

    private IndexHistoryRead() {}

    static Read<IndexHistory> of(String id, Map<String, @Nullable String> parameters, Supplier<IndexHistory> local) {
        return new Read<>(
                "indices/" + id + "/history",
                parameters,
                IndexHistory.class,
                local,
                IndexColumns.NAMES,
                history -> history.points().stream()
                        .map(point -> IndexColumns.cells(history, point))
                        .toList(),
                IndexHistoryRead::table);
    }

    private static void table(PrintWriter out, IndexHistory history) {
        Tables.heading(out, history.header().answer());
        out.printf(
                "%s, %s, at each %s from %s to %s%n%n",
                history.index(), history.name(), history.at(), history.from(), history.to());
        out.printf("%-20s %6s  %8s%n", "", "z", "coverage");
        history.points().forEach(point -> out.println(row(point)));
        if (history.points().isEmpty()) {
            out.println("No releases in this period.");
        }
    }

    private static String row(IndexHistoryPoint point) {
        return String.format(
                        "%-20s %6s  %8s  %s",
                        point.asOf(),
                        Tables.decimals(point.z()),
                        Tables.percent(point.coverage()),
                        point.reason() == null ? "" : Tables.words(point.reason()))
                .stripTrailing();
    }
}
