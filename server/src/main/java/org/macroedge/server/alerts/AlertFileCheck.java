package org.macroedge.server.alerts;

import java.nio.file.Path;
import java.util.Map;
import org.macroedge.server.alerts.rules.AlertFile;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.platform.error.MacroEdgeException;

/// What a file of alerts has, without a server.
///
/// @param rules how many
/// @param channels how many
public record AlertFileCheck(int rules, int channels) {

    /// Reads the file as a server does at its start.
    ///
    /// @param variables of the environment, which has the secrets of channels
    /// @throws MacroEdgeException with `setting-fault` where the file or a secret cannot be used
    public static AlertFileCheck of(Path file, Catalogue catalogue, Map<String, String> variables) {
        AlertFile read = AlertFile.read(file, catalogue, variables);
        return new AlertFileCheck(read.rules().size(), read.channels().size());
    }
}
