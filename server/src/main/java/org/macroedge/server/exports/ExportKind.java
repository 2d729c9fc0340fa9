package org.macroedge.server.exports;

import java.util.List;
import org.macroedge.engine.vocabulary.Coded;

/// What can be exported.
public enum ExportKind implements Coded {
    RELEASES(ReleaseColumns.RELEASES),
    SURPRISES(ReleaseColumns.SURPRISES),
    BIAS(HistoryColumns.COLUMNS),
    INDICES(IndexColumns.COLUMNS),
    PRICES(PriceColumns.COLUMNS);

    private final List<Column> columns;

    ExportKind(List<Column> columns) {
        this.columns = columns;
    }

    List<Column> columns() {
        return columns;
    }

    /// The names of its columns, in their order.
    public List<String> columnNames(ReleaseLayout layout) {
        return Column.names(this == RELEASES && layout == ReleaseLayout.IMPORT ? ReleaseColumns.IMPORTABLE : columns);
    }

    /// The code, as users write it.
    @Override
    public String toString() {
        return code();
    }
}
