package org.macroedge.server.exports.scheduled;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueException;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.error.MacroEdgeException;

/// The entries of the file of exports, in its order.
record ScheduledExports(List<ScheduledExport> exports) {

    ScheduledExports {
        exports = List.copyOf(exports);
    }

    /// Reads the file.
    ///
    /// @param file null for no exports
    /// @param catalogue that has what the entries name
    /// @param home below which a relative folder is
    /// @throws MacroEdgeException with `setting-fault` where the file cannot be used
    static ScheduledExports read(@Nullable Path file, Catalogue catalogue, Path home) {
        if (file == null) {
            return new ScheduledExports(List.of());
        }
        try {
            return new ScheduleFileReader(catalogue, home).read(file);
        } catch (CatalogueException fault) {
            throw ScheduledExportMessage.FAULTY_FILE.exception(
                    Variable.EXPORTS.key(), fault.faults().getFirst().toString());
        }
    }
}
