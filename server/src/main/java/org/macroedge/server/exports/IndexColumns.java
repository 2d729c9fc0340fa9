package org.macroedge.server.exports;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.indices.view.IndexHistory;
import org.macroedge.server.indices.view.IndexHistoryPoint;

/// The CSV columns of the history of a surprise index.
public final class IndexColumns {

    static final List<Column> COLUMNS = List.of(
            Column.text("index", "Id of the surprise index"),
            Column.instant("as_of", "The instant of the value"),
            Column.number("z", "The index; empty without history"),
            Column.number("coverage", "Part of the weights that has a release, 0 to 1"),
            Column.text("reason", "Why there is no value; empty where there is one"));

    /// Their names.
    public static final List<String> NAMES = Column.names(COLUMNS);

    private IndexColumns() {}

    /// A point in the order of [#NAMES].
    public static List<@Nullable Object> cells(IndexHistory history, IndexHistoryPoint point) {
        return Arrays.asList(history.index(), point.asOf(), point.z(), point.coverage(), point.reason());
    }
}
