package org.macroedge.server.cli;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.cli.tables.IndexTables;
import org.macroedge.server.exports.IndexColumns;
import org.macroedge.server.indices.view.IndexHistory;

/// The read of one surprise index over a period.
final class IndexHistoryRead {

    private IndexHistoryRead() {}

    static Read<IndexHistory> of(String id, Map<String, @Nullable String> parameters, Supplier<IndexHistory> local) {
        return new Read<>(
                "indices/" + id + "/history",
                parameters,
                IndexHistory.class,
                local,
                history -> history.header().answer(),
                IndexColumns.NAMES,
                history -> history.points().stream()
                        .map(point -> IndexColumns.cells(history, point))
                        .toList(),
                IndexTables::print);
    }
}
