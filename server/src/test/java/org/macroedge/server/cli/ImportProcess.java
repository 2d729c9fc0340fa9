package org.macroedge.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.macroedge.server.MacroEdgeApplication;

/// An import in a process of its own, so that a test can kill it.
final class ImportProcess {

    private ImportProcess() {}

    /// Starts an import of a file into a home without the sample. Its output goes to a file beside the home.
    ///
    /// @param variables of the environment, beside those of this process
    static Process start(Path home, Path file, Map<String, String> variables) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                MacroEdgeApplication.class.getName(),
                "import",
                "calendar",
                file.toString(),
                "--profile",
                "macro-edge",
                "--home",
                home.toString(),
                "--catalogue",
                "../catalogue"));
        builder.environment().put("MACRO_EDGE_SAMPLE", "none");
        builder.environment().putAll(variables);
        return builder.redirectErrorStream(true)
                .redirectOutput(home.resolveSibling(home.getFileName() + ".log").toFile())
                .start();
    }
}
