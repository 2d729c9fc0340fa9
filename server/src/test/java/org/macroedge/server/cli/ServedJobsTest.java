package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// The jobs by command, with a server and without, and over HTTP.
class ServedJobsTest {

    private final SampleHome home;

    ServedJobsTest(@TempDir Path folder) {
        this.home = new SampleHome(folder);
    }

    @Test
    void jobsAreListedRunPausedAndResumedWithAServerAndWithout() throws Exception {
        assertThat(run("jobs list"))
                .contains("rolling_stats  Brings the stored surprises and rolling statistics up to the facts.")
                .contains("never ran");
        assertThat(run("jobs history")).isEqualTo("No job has run yet.\n");
        assertThat(run("jobs pause rolling_stats")).contains("by hand only: paused");
        assertThat(run("jobs run daily_macro_ingestion"))
                .isEqualTo("daily_macro_ingestion succeeded: no source is on; `sources list` says how to switch one"
                        + " on\n");
        assertThat(run("jobs resume rolling_stats")).contains("and after daily_macro_ingestion");
        assertThat(run("jobs run rolling_stats"))
                .isEqualTo("rolling_stats succeeded: surprises and rolling statistics are up to date\n");
        theBiasEngineFollowed();
        JsonNode paused = Json.mapper().readTree(run("jobs pause bias_engine --format json"));
        assertThat(paused.path("paused").asBoolean()).isTrue();
        String alone = run("jobs list --format json");

        try (Server server = home.serve()) {
            assertThat(run("jobs list --format json")).isEqualTo(alone);
            assertThat(run("jobs run rolling_stats")).startsWith("rolling_stats succeeded: ");
            assertThat(run("jobs list")).contains("by hand only: paused (otherwise after rolling_stats)");
            assertThat(run("jobs resume bias_engine")).contains("runs after rolling_stats");
            assertThat(Json.mapper()
                            .readTree(SampleHome.send(HttpRequest.newBuilder(
                                                    server.address().resolve("/api/v1/jobs/bias_engine/run"))
                                            .POST(HttpRequest.BodyPublishers.noBody())
                                            .build())
                                    .body())
                            .path("trigger")
                            .asString())
                    .isEqualTo("manual");
            faultsReadTheSame();
        }
        assertThat(run("jobs history --limit 1")).contains("bias_engine", "manual", "succeeded");
        faultsReadTheSame();
    }

    private void theBiasEngineFollowed() {
        JsonNode runs =
                Json.mapper().readTree(run("jobs history --format json")).path("items");
        assertThat(runs).hasSize(3);
        assertThat(runs.get(0).path("job").asString()).isEqualTo("bias_engine");
        assertThat(runs.get(0).path("trigger").asString()).isEqualTo("follows");
        assertThat(runs.get(1).path("trigger").asString()).isEqualTo("manual");
    }

    private void faultsReadTheSame() {
        assertFails("jobs run nothing", "macro-edge: Job \"nothing\" does not exist. Existing jobs: bias_engine, ");
        assertFails("jobs pause ?", "macro-edge: Job \"-\" does not exist. Existing jobs: ");
        assertFails(
                "jobs history rolling_stats --limit 0",
                "macro-edge: Invalid value for --limit: \"0\". Allowed values: 1 to 1000");
    }

    private void assertFails(String command, String message) {
        CommandLineRunner.Ended ended = home.run(command);
        assertThat(ended.status()).as(command).isIn(1, 2);
        assertThat(ended.errors()).as(command).contains(message);
    }

    private String run(String command) {
        CommandLineRunner.Ended ended = home.run(command);
        assertThat(ended.status()).as(ended.errors()).isZero();
        return ended.out();
    }
}
