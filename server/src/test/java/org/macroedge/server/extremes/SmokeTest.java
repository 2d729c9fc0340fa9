package org.macroedge.server.extremes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// The smoke test, against a server that works, one that has stopped, and no server at all.
@Tag("system")
@Timeout(180)
class SmokeTest {

    private static final Path SMOKE =
            Path.of("../deploy/smoke").toAbsolutePath().normalize();

    private final Path folder;

    SmokeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private record Outcome(int status, String said) {}

    private Outcome smoke(String... options) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("sh", SMOKE.toString()));
        line.addAll(List.of(options));
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), said);
    }

    @Test
    void aServerThatWorksPassesAndHasNothingMoreThanABatchThatWasTakenBack() throws Exception {
        try (SmallServer server = SmallServer.open(folder.resolve("home"), Map.of(), null, Clock.systemUTC())) {
            String api = server.server().address().toString();

            Outcome outcome = smoke("--api", api, "--bias-engine", api, "--ingestion", api);

            assertThat(outcome.said()).contains("everything works").doesNotContain("FAILED");
            assertThat(outcome.status()).isZero();
            String imports = server.send(HttpRequest.newBuilder(server.address("/api/v1/imports")))
                    .start();
            JsonNode items = Json.mapper().readTree(imports).path("items");
            assertThat(items.size()).as(imports).isEqualTo(2);
            assertThat(items.get(0).path("undoes").asInt())
                    .isEqualTo(items.get(1).path("batch").asInt());
        }
    }

    @Test
    void aServerThatHasStoppedFailsEveryCheck() throws Exception {
        String api;
        try (SmallServer server = SmallServer.open(folder.resolve("home"), Map.of(), null, Clock.systemUTC())) {
            api = server.server().address().toString();
        }

        Outcome outcome = smoke("--api", api, "--wait", "1");

        assertThat(outcome.said())
                .contains("FAILED  the API at " + api + " is not healthy", "FAILED  the page is not at " + api)
                .doesNotContain("ok ");
        assertThat(outcome.status()).isEqualTo(1);
    }

    @Test
    void whatIsMissingIsSaidWithTheOptions() throws Exception {
        Outcome outcome = smoke("--api");

        assertThat(outcome.said()).contains("smoke: --api needs a value", "--key-file FILE");
        assertThat(outcome.status()).isEqualTo(2);
    }
}
