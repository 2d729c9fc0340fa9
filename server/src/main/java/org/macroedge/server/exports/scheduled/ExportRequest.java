package org.macroedge.server.exports.scheduled;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.exports.Export;
import org.macroedge.server.exports.ExportKind;
import org.macroedge.server.exports.ExportedReleases;
import org.macroedge.server.exports.Exports;
import org.macroedge.server.exports.ReleaseLayout;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.surprises.HistoryGrid;

/// What an entry of the file exports: what a request or a command asks for, but for the two times.
///
/// @param releases which rows; of an export of biases, indices or prices, only its instrument and its period
/// @param columns some of them, in their order; empty for all
record ExportRequest(
        ExportKind kind,
        ReleaseLayout layout,
        ExportedReleases releases,
        @Nullable String index,
        String weightSet,
        HistoryGrid grid,
        List<String> columns) {

    ExportRequest {
        columns = List.copyOf(columns);
    }

    Export of(Exports exports, Query query) {
        return covered(exports, query).select("columns", columns.isEmpty() ? null : String.join(",", columns));
    }

    /// A file that was due before its period begins has a head and no rows.
    private Export covered(Exports exports, Query query) {
        Instant from = releases.from();
        Instant due = query.asOf();
        return from != null && due != null && from.isAfter(due)
                ? all(exports, query, releases.ofAllTimes()).withoutRows()
                : all(exports, query, releases);
    }

    private Export all(Exports exports, Query query, ExportedReleases rows) {
        return switch (kind) {
            case RELEASES ->
                layout == ReleaseLayout.IMPORT ? exports.importable(query, rows) : exports.releases(query, rows);
            case SURPRISES -> exports.surprises(query, rows);
            case BIAS -> exports.bias(query.with(weightSet), rows.instrument(), rows.from(), rows.to(), grid);
            case INDICES -> exports.indices(query, index, rows.from(), rows.to(), grid);
            case PRICES -> exports.prices(query, rows.instrument(), rows.from(), rows.to());
        };
    }
}
