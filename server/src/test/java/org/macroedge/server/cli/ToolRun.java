package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs a program that `.ci/tools` installs below `target`.
final class ToolRun {

    static final Path TOOLS = Path.of("../target").toAbsolutePath().normalize();

    private static final int MINUTES = 3;

    private ToolRun() {}

    /// A file of a tool.
    static Path tool(String... path) {
        Path file = TOOLS.resolve(Path.of("", path));
        assertThat(file)
                .as("a tool; .ci/tools has the command that installs it")
                .exists();
        return file;
    }

    /// What a command writes, which must end with status 0.
    ///
    /// @param folder in which it runs
    /// @param variables of its environment
    static String run(Path folder, Map<String, String> variables, List<String> command)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "run", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(variables);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES))
                    .as("%s ended", command.getFirst())
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        String written = Files.readString(log, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as("%s%n%s", command, written).isZero();
        return written;
    }
}
