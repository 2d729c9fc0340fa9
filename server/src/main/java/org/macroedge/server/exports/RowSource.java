package org.macroedge.server.exports;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of an export, one after the other.
@FunctionalInterface
interface RowSource {

    void forEach(RowWriter writer) throws IOException;

    /// What takes a row.
    @FunctionalInterface
    interface RowWriter {
        void write(List<? extends @Nullable Object> row) throws IOException;
    }
}
