package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.app.Server;
import org.macroedge.server.cli.StreamReader.Received;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// Servers of one role each, on one database.
@Timeout(180)
class ServerRolesTest {

    private static final String PUSH = """
        {"source": "macro-edge", "releases": [
          {"indicator": "us-cpi-mom", "releasedAt": "2021-09-14T12:30:00Z", "actual": 0.3}]}
        """;

    private static final List<String> PARTS =
            List.of("access", "alerts", "broker", "catalogue", "database", "events", "jobs", "redis");

    /// What the store knows, and what a server did itself.
    private static final List<String> EVERYWHERE = List.of(
            "macro_edge_event_backlog{consumer=\"bias-history\"}",
            "macro_edge_job_failures{name=\"daily_macro_ingestion\"}",
            "macro_edge_bias_lag_seconds",
            "macro_edge_source_requests_total{");

    /// What only those servers know that ask sources.
    private static final List<String> ASKED =
            List.of("macro_edge_source_on{", "macro_edge_source_lag_seconds{", "macro_edge_source_failures{");

    private static final Set<String> ASKING = Set.of("ingestion", "serve");

    @TempDir
    Path folder;

    private final String address = TestDatabase.freshAddress();
    private final List<Server> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(Server::close);
    }

    private Server start(String role) throws Exception {
        return start(role, "none");
    }

    private Server start(String role, String sources) throws Exception {
        return start(role, Map.of("MACRO_EDGE_SOURCES", sources));
    }

    private Server start(String role, Map<String, String> more) throws Exception {
        Map<String, String> variables = new HashMap<>(Map.of(
                "MACRO_EDGE_ROLE", role,
                "MACRO_EDGE_SOURCES", "none",
                "MACRO_EDGE_DATABASE_URL", address));
        variables.putAll(more);
        Settings settings = Settings.of(variables, note -> {})
                .withHome(Files.createDirectory(folder.resolve("home-" + servers.size())))
                .withCatalogue(Path.of("../catalogue"))
                .withPort(0);
        Server server = Server.start(settings, SampleHome.CLOCK, note -> {});
        servers.add(server);
        return server;
    }

    private static HttpResponse<String> get(Server server, String path) throws Exception {
        return SampleHome.send(
                HttpRequest.newBuilder(server.address().resolve(path)).build());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        api         | 200 | access catalogue database redis
        ingestion   | 404 | access catalogue database jobs
        bias-engine | 404 | access alerts broker catalogue database events jobs
        serve       | 200 | access alerts broker catalogue database events jobs redis
        """)
    void aServerAnswersAndWatchesWhatItsRoleHas(String role, int status, String parts) throws Exception {
        Server server = start(role);

        assertThat(get(server, "/api/v1/bias/summary").statusCode()).isEqualTo(status);
        HttpResponse<String> health = get(server, "/actuator/health");
        assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
        JsonNode components = Json.mapper().readTree(health.body()).path("components");
        assertThat(PARTS.stream().filter(components::has)).containsExactly(parts.split(" "));
        assertThat(get(server, "/openapi.json").statusCode()).isEqualTo(status);
        for (String page : List.of("/", "/index.html", "/theme.js", "/openapi")) {
            if (status == 404) {
                assertThat(get(server, page).statusCode()).as(page).isEqualTo(404);
            }
        }
        String metrics = get(server, "/actuator/prometheus").body();
        assertThat(partsOf(metrics)).containsExactlyInAnyOrder(parts.split(" "));
        assertThat(metrics).contains(EVERYWHERE);
        assertThat(metrics.contains("macro_edge_server_role{role=\"ingestion\"}"))
                .isEqualTo(ASKING.contains(role));
        assertThat(ASKED)
                .allSatisfy(metric -> assertThat(metrics.contains(metric)).isEqualTo(ASKING.contains(role)));
    }

    /// Those of a test, of the parts whose state is measured.
    private static List<String> partsOf(String metrics) {
        return PARTS.stream()
                .filter(part -> metrics.contains("macro_edge_part_up{part=\"" + part + "\"}"))
                .toList();
    }

    @Test
    void whatIsPushedToTheApiIsComputedByTheBiasEngineAndToldByTheApi() throws Exception {
        start("bias-engine").close(); // the first one on a store computes everything, which no event tells
        Server api = start("api");
        try (StreamReader stream = new StreamReader(api, null)) {
            HttpResponse<String> pushed =
                    SampleHome.send(HttpRequest.newBuilder(api.address().resolve("/api/v1/releases"))
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", "roles")
                            .POST(HttpRequest.BodyPublishers.ofString(PUSH))
                            .build());
            assertThat(pushed.statusCode()).as(pushed.body()).isEqualTo(200);
            assertThat(next(stream).type()).isEqualTo("release");
            try (Database database = Database.at(address)) {
                assertThat(stored(database)).isZero();
            }

            start("bias-engine");

            assertThat(next(stream).type()).isEqualTo("bias");
            try (Database database = Database.at(address)) {
                assertThat(stored(database)).isPositive();
            }
        }
    }

    private static long stored(Database database) {
        return database.jdbc()
                .sql("SELECT count(*) FROM surprise")
                .query(Long.class)
                .single();
    }

    private static Received next(StreamReader stream) throws Exception {
        return Objects.requireNonNull(stream.next(), "the stream has ended");
    }

    /// The file of alerts is with the server that sends them.
    @Test
    void aChannelIsTestedWhereTheFileIs() throws Exception {
        Path file = Files.writeString(folder.resolve("alerts.yaml"), """
            channels:
              - id: post
                kind: mail
                host: localhost
                port: 1
                tls: none
                from: macro-edge@example.org
                to: [desk@example.org]
            rules: []
            """);
        Server engine = start("bias-engine", Map.of("MACRO_EDGE_ALERTS", file.toString()));
        Path home = folder.resolve("home-0");

        CommandLineRunner.Ended tested =
                CommandLineRunner.run(SampleHome.CLOCK, "alerts", "test", "post", "--home", home.toString());

        assertThat(tested.errors())
                .contains("Channel post did not take the test message: no connection to the receiver");
        assertThat(get(engine, "/api/v1/alerts").statusCode()).isEqualTo(200);
    }

    /// Which sources are asked follows from the settings of the server that asks them.
    @Test
    void whoDoesNotAskSourcesReadsWhichAreAsked() throws Exception {
        Server api = start("api", "ecb");
        assertThat(states(api))
                .isNotEmpty()
                .allSatisfy((source, state) -> assertThat(state).isEqualTo("off"));
        DeclaredMessages.assertSeen(
                "SourceMessage.NOBODY_ASKS", get(api, "/api/v1/sources").body());
        start("ingestion", "bls,ecb");
        until(() -> states(api).get("bls").equals("on"));

        assertThat(states(api)).containsEntry("ecb", "on").containsEntry("boc", "off");
        HttpResponse<String> run =
                SampleHome.send(HttpRequest.newBuilder(api.address().resolve("/api/v1/jobs/daily_macro_ingestion/run"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build());
        assertThat(run.statusCode()).as(run.body()).isEqualTo(409);
        assertThat(run.body()).contains("job-elsewhere");
        servers.getLast().close();
        start("ingestion", "none");
        until(() -> states(api).get("bls").equals("off"));
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        for (int attempt = 0; attempt < 300 && !condition.call(); attempt++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(condition.call()).isTrue();
    }

    private static Map<String, String> states(Server server) throws Exception {
        Map<String, String> states = new TreeMap<>();
        Json.mapper()
                .readTree(get(server, "/api/v1/sources").body())
                .path("items")
                .values()
                .forEach(item -> states.put(
                        item.path("source").asString(), item.path("state").asString()));
        return states;
    }

    @Test
    void aJobIsRunByTheClockInItsRoleAlone() throws Exception {
        start("api");
        try (Database database = Database.at(address)) {
            assertThat(scheduled(database)).isEmpty();
            start("ingestion");
            assertThat(scheduled(database)).contains("daily_macro_ingestion").doesNotContain("rolling_stats");
            start("bias-engine");
            assertThat(scheduled(database)).contains("daily_macro_ingestion", "rolling_stats");
        }
    }

    private static List<String> scheduled(Database database) {
        return database.jdbc()
                .sql("SELECT task_name FROM scheduled_task")
                .query((row, number) -> row.getString("task_name"))
                .list();
    }
}
