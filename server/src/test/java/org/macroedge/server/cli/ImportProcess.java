package org.macroedge.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// An import in a process of its own, so that a test can kill it.
final class ImportProcess {

    private ImportProcess() {}

    /// Starts an import of a file into a home without the sample. Its output goes to a file beside the home.
    ///
    /// @param variables of the environment, beside those of this process
    static Process start(Path home, Path file, Map<String, String> variables) throws IOException {
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("MACRO_EDGE_SAMPLE", "none");
        return MacroEdgeProcess.start(
                        home.resolveSibling(home.getFileName() + ".log"),
                        environment,
                        "import",
                        "calendar",
                        file.toString(),
                        "--profile",
                        "macro-edge",
                        "--home",
                        home.toString(),
                        "--catalogue",
                        "../catalogue")
                .process();
    }
}
