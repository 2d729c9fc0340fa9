package org.macroedge.server.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.cli.usage.CommandMessage;
import org.macroedge.server.exports.s3.S3Address;
import org.macroedge.server.exports.s3.S3Store;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;

/// Where an export goes.
sealed interface ExportDestination extends AutoCloseable {

    /// Standard output.
    record Printed() implements ExportDestination {}

    record LocalFile(Path file) implements ExportDestination {}

    /// @param spools the folder in which the export is written before it is sent
    record S3Object(S3Address address, S3Store store, Path spools) implements ExportDestination {

        @Override
        public void close() {
            store.close();
        }
    }

    /// Reads the value of `--output`. The settings of S3 are read now: an export takes long, and would be for nothing.
    ///
    /// @param text null for standard output
    /// @throws MacroEdgeException where nothing can be written there
    static ExportDestination of(@Nullable String text) {
        if (text == null) {
            return new Printed();
        }
        if (S3Address.isMeant(text)) {
            S3Address address = S3Address.of(text);
            return new S3Object(address, S3Store.open(), Path.of(System.getProperty("java.io.tmpdir")));
        }
        try {
            return new LocalFile(Path.of(text));
        } catch (InvalidPathException noPath) {
            throw CommandMessage.UNWRITABLE_FILE.causedBy(noPath, ShownText.of(text), "its name is not a path");
        }
    }

    @Override
    default void close() {}
}
