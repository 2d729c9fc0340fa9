package org.macroedge.server.indices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.database.BulkCopy;

/// A row of table `index_value`.
record IndexRow(
        String index,
        Instant asOf,
        @Nullable Double z,
        double coverage,
        @Nullable String reason) {

    static void write(IndexRow index, BulkCopy.Row row) {
        row.add(index.index())
                .add(index.asOf())
                .add(index.z())
                .add(index.coverage())
                .add(index.reason());
    }
}
