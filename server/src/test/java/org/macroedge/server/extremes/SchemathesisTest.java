package org.macroedge.server.extremes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
        try (SmallServer server = SmallServer.start(folder)) {
            assertAsDescribed(server, Soak.rounds(6, 500), List.of());
        }
    }

    /// The role that may do most, and in profile soak each: what a role does not allow is refused as described too.
    static Stream<String> roles() {
        return Stream.of("admin", "analyst", "viewer").limit(Soak.rounds(1, 3));
    }

    /// Values at the bounds of each field, most of the time this takes, are tried without keys, and in profile soak
    /// with keys too.
    @ParameterizedTest
    @MethodSource("roles")
    void aServerInSecuredModeAnswersAsTheDescriptionOfTheApiStates(String role) throws Exception {
        String filling = SmallKeys.create(folder, SmallServer.CLOCK, "analyst", 30);
        String key = SmallKeys.create(folder, SmallServer.CLOCK, role, 30);
        List<String> options = new ArrayList<>(List.of("--header", "Authorization: Bearer " + key));
        // it would revoke the key that it sends: [SecuredOperationsTest] tries that operation
        options.addAll(List.of("--exclude-path", "/api/v1/keys/{keyId}"));
        int examples = Soak.rounds(2, 500);
        if (examples == 2) {
            options.addAll(List.of("--phases", "examples,fuzzing"));
        }
        try (SmallServer server = SmallServer.start(folder, SmallKeys.secured(Map.of()), filling)) {
            assertAsDescribed(server, examples, options);

            assertThat(server.send(HttpRequest.newBuilder(server.address("/api/v1/instruments"))
                                    .header("Authorization", "Bearer " + key))
                            .status())
                    .as("the key was not revoked meanwhile")
                    .isEqualTo(200);
        }
    }

    /// @param examples of each kind for each operation
    private void assertAsDescribed(SmallServer server, int examples, List<String> options)
            throws IOException, InterruptedException {
        assertThat(PROGRAM)
                .as("a virtual environment with Schemathesis; .ci/tools has the command that makes it")
                .isExecutable();
        Path log = folder.resolve("schemathesis.log");
        int status = run(server, log, examples, options);
        assertThat(status).as(Files.readString(log)).isZero();
    }

    private static int run(SmallServer server, Path log, int examples, List<String> options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                PROGRAM.toAbsolutePath().toString(),
                "--config-file",
                RESOURCES.resolve("schemathesis.toml").toAbsolutePath().toString(),
                "run",
                server.server().address() + "/openapi.json",
                "--wait-for-schema", // it is made when it is first asked for
                "60",
                "--request-timeout", // of a busy machine: how long an answer takes is no matter of its description
                "120",
                "--checks",
                "all",
                "--max-examples",
                String.valueOf(examples),
                "--seed",
                "1",
                "--generation-database",
                "none",
                "--no-color"));
        command.addAll(options);
        ProcessBuilder process = new ProcessBuilder(command);
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
