package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;

/// The Python client, by its own tests, against a server with the sample.
@Tag("system")
class PythonClientTest {

    private static final Path PYTHON = Path.of("../target/python-client/bin/python");
    private static final Path CLIENT = Path.of("../clients/python");

    @TempDir
    Path folder;

    @Test
    void eachOperationAnswersTypedValuesAndTheMorningIsReproduced() throws Exception {
        SampleHome home = new SampleHome(folder);
        home.load();
        try (Server server = home.serve()) {
            assertThat(python(server.address().toString(), "pytest", "--import-mode=append"))
                    .containsPattern("\\d+ passed")
                    .doesNotContainPattern("skipped|xfailed");
        }
    }

    @Test
    void typesHoldStrictly() throws Exception {
        assertThat(python("", "mypy", "--cache-dir=/dev/null")).contains("Success: no issues found");
    }

    /// What a module of Python writes, which must end with status 0.
    private static String python(String address, String... module) throws Exception {
        assertThat(PYTHON)
                .as("a virtual environment with the client; .ci/tools has the command that makes it")
                .isExecutable();
        List<String> command =
                new ArrayList<>(List.of(PYTHON.toAbsolutePath().normalize().toString(), "-B", "-m"));
        command.addAll(List.of(module));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(CLIENT.toFile()).redirectErrorStream(true);
        builder.environment().put("MACRO_EDGE_TEST_ADDRESS", address);
        Process process = builder.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(told).isZero();
        return told;
    }
}
