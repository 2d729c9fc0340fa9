package org.macroedge.server.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.extremes.SmallServer;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// A real Airflow parses the DAGs and runs them against a real server, which has no sources.
@Tag("system")
@Timeout(240)
class AirflowTest {

    private static final Path PROGRAMS = Path.of("../target/airflow/bin").toAbsolutePath();
    private static final Path DRIVER = Path.of("src/test/python/run_dags.py").toAbsolutePath();
    private static final Path DAGS =
            Path.of("../deploy/airflow/dags").toAbsolutePath().normalize();

    @TempDir
    static Path folder;

    private static SmallServer server;

    @BeforeAll
    static void start() throws Exception {
        assertThat(PROGRAMS.resolve("airflow"))
                .as("Airflow, which .ci/tools installs")
                .exists();
        server = SmallServer.start(folder.resolve("home"));
        run(port(), "airflow", "db", "migrate");
        run(port(), "airflow", "dags", "reserialize");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static int port() {
        return server.server().address().getPort();
    }

    /// What a program of Airflow writes.
    private static String run(int port, String program, String... arguments) throws Exception {
        List<String> command = Stream.concat(Stream.of(PROGRAMS.resolve(program).toString()), Arrays.stream(arguments))
                .toList();
        Path log = folder.resolve("airflow.log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        Path home = Files.createDirectories(folder.resolve("airflow"));
        builder.environment()
                .putAll(Map.of(
                        "AIRFLOW_HOME",
                        home.toString(),
                        "AIRFLOW__CORE__DAGS_FOLDER",
                        DAGS.toString(),
                        "AIRFLOW__CORE__LOAD_EXAMPLES",
                        "False",
                        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN",
                        "sqlite:///" + home.resolve("airflow.db"),
                        "AIRFLOW_CONN_MACRO_EDGE",
                        Json.mapper()
                                .writeValueAsString(Map.of(
                                        "conn_type", "http", "schema", "http", "host", "127.0.0.1", "port", port)),
                        "PYTHONDONTWRITEBYTECODE",
                        "1"));
        Process process = builder.start();
        String written = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s", Files.readString(log)).isZero();
        return written;
    }

    /// The lines that the driver prints; Airflow's own log stands between them.
    private static List<JsonNode> drive(int port, String... arguments) throws Exception {
        String[] all = Stream.concat(Stream.of(DRIVER.toString(), DAGS.toString()), Arrays.stream(arguments))
                .toArray(String[]::new);
        return run(port, "python", all)
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(line -> Json.mapper().readTree(line))
                .toList();
    }

    private static JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.server().address().resolve(path)).build();
        return Json.mapper()
                .readTree(server.client()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .body());
    }

    /// How many runs of a job the server has.
    private static long runs(String job) throws IOException, InterruptedException {
        return get("/api/v1/jobs/history?job=" + job + "&limit=100")
                .path("items")
                .size();
    }

    private static void push() throws IOException, InterruptedException {
        String release = """
            {"source":"macro-edge","releases":[{"indicator":"us-cpi-mom","releasedAt":"2021-02-10T13:30:00Z",
             "actual":0.3}]}
            """;
        HttpRequest request = HttpRequest.newBuilder(server.server().address().resolve("/api/v1/releases"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "airflow")
                .POST(HttpRequest.BodyPublishers.ofString(release))
                .build();
        HttpResponse<String> answer = server.client().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void eachDagIsParsedAndRunsItsJobOnceForEachChange() throws Exception {
        List<JsonNode> first =
                drive(port(), "rolling_stats", "bias_engine", "rolling_stats", "daily_macro_ingestion_us");

        assertThat(first.getFirst().path("errors")).isEmpty();
        assertThat(first.getFirst().path("dags").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of("rolling_stats", "bias_engine"),
                                Arrays.stream(Region.values())
                                        .map(region -> "daily_macro_ingestion_"
                                                + region.code().toLowerCase(Locale.ROOT)))
                        .toList());
        assertThat(first.stream().skip(1).map(run -> run.path("tasks").toString()))
                .containsExactly(
                        "{\"run\":\"success\",\"what_is_new\":\"success\"}",
                        "{\"run\":\"success\",\"what_is_new\":\"success\"}",
                        "{\"run\":\"skipped\",\"what_is_new\":\"skipped\"}",
                        "{\"ingest\":\"failed\"}");
        assertThat(runs("rolling_stats")).isEqualTo(1);

        push();
        JsonNode afterPush = drive(port(), "rolling_stats").getLast();

        assertThat(afterPush.path("state").asString()).isEqualTo("success");
        assertThat(runs("rolling_stats")).isEqualTo(2);
    }

    @Test
    void whatIsRefusedIsNotTriedAgainAndWhatDoesNotAnswerIs() throws Exception {
        JsonNode unknown = drive(port(), "--refused", "nothing").getLast();
        JsonNode silent = drive(9, "--refused", "rolling_stats").getLast();

        assertThat(unknown.path("refusal").asString()).isEqualTo("AirflowFailException");
        assertThat(unknown.path("text").asString())
                .startsWith("POST /api/v1/jobs/nothing/run: status 404: Job \"nothing\" does not exist.");
        assertThat(silent.path("refusal").asString()).isEqualTo("AirflowException");
    }
}
