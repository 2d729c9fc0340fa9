package org.macroedge.server.exports;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.indices.view.IndexHistory;
import org.macroedge.server.indices.view.IndexHistoryPoint;

/// The CSV columns of the history of a surprise index.
public final class IndexColumns {

    /// Their names.
    public static final List<String> NAMES = List.of("index", "as_of", "z", "coverage", "reason");

    private IndexColumns() {}

    /// A point in the order of [#NAMES].
    public static List<@Nullable Object> cells(IndexHistory history, IndexHistoryPoint point) {
        return Arrays.asList(history.index(), point.asOf(), point.z(), point.coverage(), point.reason());
    }
}
