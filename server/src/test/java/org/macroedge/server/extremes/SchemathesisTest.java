package org.macroedge.server.extremes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.soak.Soak;

/// Schemathesis derives requests from the description of the API, valid ones and others, and checks the answers: no
/// status of 500 or above, none that is not described, no answer of another shape, no violation that is accepted, and
/// no valid request that is rejected. All of its checks are on.
@Tag("system")
@Tag("seeded")
class SchemathesisTest {

    private static final Path PROGRAM = Path.of("../target/schemathesis/bin/schemathesis");
    private static final Path RESOURCES = Path.of("src/test/resources/org/macroedge/server/extremes");

    @TempDir
    Path folder;

    @Test
    void theServerAnswersAsTheDescriptionOfTheApiStates() throws Exception {
        assertThat(PROGRAM)
                .as("a virtual environment with Schemathesis; .ci/run has the command that makes it")
                .isExecutable();
        try (SmallServer server = SmallServer.start(folder)) {
            Path log = folder.resolve("schemathesis.log");
            int status = run(server, log);
            assertThat(status).as(Files.readString(log)).isZero();
        }
    }

    private static int run(SmallServer server, Path log) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(List.of(
                PROGRAM.toAbsolutePath().toString(),
                "--config-file",
                RESOURCES.resolve("schemathesis.toml").toAbsolutePath().toString(),
                "run",
                server.server().address() + "/openapi.json",
                "--checks",
                "all",
                "--max-examples",
                String.valueOf(Soak.rounds(20, 500)),
                "--seed",
                "1",
                "--generation-database",
                "none",
                "--no-color"));
        process.environment().put("SCHEMATHESIS_HOOKS", "hooks");
        process.environment().put("PYTHONPATH", RESOURCES.toAbsolutePath().toString());
        process.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        process.environment().put("PYTHONIOENCODING", StandardCharsets.UTF_8.name());
        // it leaves what it found in the working folder
        process.directory(log.getParent().toFile());
        return process.redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
    }
}
