package org.macroedge.server.exports.scheduled;

import java.nio.file.Path;
import java.util.List;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.platform.error.MacroEdgeException;

/// What a file of exports has, without a server.
///
/// @param exports how many
/// @param lacking those whose weight set the catalogue does not have, as `morning (weight set growth)`
public record ExportFileCheck(int exports, List<String> lacking) {

    public ExportFileCheck {
        lacking = List.copyOf(lacking);
    }

    /// Whether a job writes an export of the file.
    public static boolean isOfFile(String job) {
        return job.startsWith(ScheduledExport.job(""));
    }

    /// Reads the file as a server does at its start.
    ///
    /// @throws MacroEdgeException with `setting-fault` where the file cannot be used
    public static ExportFileCheck of(Path file, Catalogue catalogue, Path home) {
        List<ScheduledExport> exports =
                ScheduledExports.read(file, catalogue, home).exports();
        return new ExportFileCheck(
                exports.size(),
                exports.stream()
                        .filter(export -> !catalogue
                                .weightSetIds()
                                .contains(export.request().weightSet()))
                        .map(export ->
                                export.id() + " (weight set " + export.request().weightSet() + ")")
                        .toList());
    }
}
