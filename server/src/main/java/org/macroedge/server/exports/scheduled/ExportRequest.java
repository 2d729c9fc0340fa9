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
                ? all(exports, query, null, null).withoutRows()
                : all(exports, query, from, releases.to());
    }

    private Export all(Exports exports, Query query, @Nullable Instant from, @Nullable Instant to) {
        return switch (kind) {
            case RELEASES ->
                layout == ReleaseLayout.IMPORT
                        ? exports.importable(query, releases)
                        : exports.releases(query, releases);
            case SURPRISES -> exports.surprises(query, releases);
            case BIAS -> exports.bias(query.with(weightSet), releases.instrument(), from, to, grid);
            case INDICES -> exports.indices(query, index, from, to, grid);
            case PRICES -> exports.prices(query, releases.instrument(), from, to);
        };
    }
}
