package org.macroedge.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.access.keys.ApiKeys;
import org.macroedge.server.access.keys.KeyRequest;
import org.macroedge.server.events.EventDelivery;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.messages.LogLines;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.PreparedHome;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.home.HomeFiles;
import org.macroedge.server.platform.json.Json;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A server whose embedded database ends under it, or stops to answer.
@Timeout(180)
class HealedServerTest {

    /// Requests wait 30 s for a connection while all are busy; one that does so while the database is down fails here.
    private static final Duration PROMPTLY = Duration.ofSeconds(10);

    private static final String AGAIN = "cannot be started again yet";

    private static final String SLEEPERS =
            "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%pg_sleep(3600)'";

    private final Settings settings;
    private final HttpClient http = HttpClient.newHttpClient();
    private Server server;

    HealedServerTest(@TempDir Path folder) {
        this.settings = Settings.of(Map.of(), note -> {})
                .withHome(PreparedHome.in(folder.resolve("home")))
                .withCatalogue(Path.of("../catalogue"))
                .withoutSample()
                .withPort(0);
    }

    @BeforeEach
    void start() {
        server = Server.start(settings, Clock.systemUTC(), note -> {});
    }

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }

    @Test
    void itStartsTheDatabaseAgainAndGoesOn() throws Exception {
        try (LogLines lines = LogLines.open()) {
            endDatabaseTwice();
            lines.assertSeen("LogMessage.DATABASE_ENDED");
            lines.assertSeen("LogMessage.DATABASE_RUNS");
        }
    }

    private void endDatabaseTwice() throws Exception {
        for (String signal : new String[] {"KILL", "QUIT"}) {
            long before = postmaster();
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + before)
                    .start()
                    .waitFor();

            // a request that waits for a connection as the database ends may get one of the next
            HttpResponse<String> answer = get("/api/v1/calendar");
            while (answer.statusCode() == 200 && isPostmaster(before)) {
                answer = get("/api/v1/calendar");
            }
            if (answer.statusCode() != 200) {
                assertDatabaseFault(answer);
            }
            while (isPostmaster(before)) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            awaitHealth(200);
            assertThat(get("/api/v1/calendar").statusCode()).isEqualTo(200);
        }
        importOneRelease();
        EventDelivery delivery = server.context().getBean(EventDelivery.class);
        while (delivery.isBehind()) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    @Test
    void aDatabaseThatCannotBeStartedAgainIsTriedAgainAndToldOnce() throws Exception {
        Path programs = settings.home().path().resolve("programs");
        Path aside = settings.home().path().resolve("aside");
        try (LogLines lines = LogLines.open()) {
            Files.move(programs, aside);
            ProcessHandle.of(postmaster()).orElseThrow().destroyForcibly();
            while (lines.lines().stream().noneMatch(line -> line.contains(AGAIN))) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            TimeUnit.SECONDS.sleep(3); // another attempt

            Files.move(aside, programs);
            awaitHealth(200);
            lines.assertSeen("LogMessage.DATABASE_STAYS_DOWN");
            lines.assertSeen("LogMessage.DATABASE_RUNS");
            assertThat(lines.lines().stream().filter(line -> line.contains(AGAIN)))
                    .hasSize(1);
            assertThat(lines.lines().stream().filter(line -> line.contains("ended unexpectedly. The server")))
                    .hasSize(1);
        }
    }

    @Test
    void aBackendThatIsKilledBreaksOffNothingElse() throws Exception {
        List<ProcessHandle> children =
                ProcessHandle.of(postmaster()).orElseThrow().children().toList();
        children.getLast().destroyForcibly();

        // PostgreSQL ends all of them once it notices; until then, health is still good
        for (ProcessHandle child : children) {
            assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(60));
        }
        awaitHealth(200);
        importOneRelease();
    }

    @Test
    void aDatabaseThatIsStoppedIsOneLineAndNoWorkWaitsForItAndItGoesOnWithIt() throws Exception {
        JdbcClient jdbc = server.context().getBean(JdbcClient.class);
        try (LogLines lines = LogLines.ofEverything()) {
            CompletableFuture<Void> statement = CompletableFuture.runAsync(() -> jdbc.sql("SELECT pg_sleep(3600)")
                    .query((row, number) -> true)
                    .list());
            while (jdbc.sql(SLEEPERS).query(Long.class).single() == 0) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            List<ProcessHandle> stopped = signalAll("STOP");
            try {
                assertIsDown();
                awaitDatabasePart("0.0");
                assertThat(statement)
                        .failsWithin(PROMPTLY)
                        .withThrowableThat()
                        .havingCause()
                        .isInstanceOf(DataAccessException.class);
                TimeUnit.SECONDS.sleep(3); // every task and the scheduler of jobs try again
                assertIsDown();
            } finally {
                signal("CONT", stopped);
            }
            awaitHealth(200);
            awaitDatabasePart("1.0");
            assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(get("/api/v1/calendar").statusCode()).isEqualTo(200);
            importOneRelease();
            while (lines.lines().size() < 2) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            lines.assertSeen("LogMessage.DATABASE_SILENT");
            lines.assertSeen("LogMessage.DATABASE_ANSWERS");
            assertThat(lines.lines()).hasSize(2);
        }
    }

    /// A key is checked against the store: one that was revoked meanwhile must let nobody in.
    @Test
    void whileTheDatabaseIsStoppedAKeyReadsNoMetricsAndReadinessTellsEveryoneWhy() throws Exception {
        server.close();
        server = Server.start(secured(), Clock.systemUTC(), note -> {});
        String key = server.context()
                .getBean(ApiKeys.class)
                .create(new KeyRequest("prometheus", "viewer", 1), "test")
                .key();
        awaitScrape(key, 200);
        List<ProcessHandle> stopped = signalAll("STOP");
        try {
            awaitScrape(key, 503);
            HttpResponse<String> readiness = get("/actuator/health/readiness");
            assertThat(readiness.statusCode()).isEqualTo(503);
            assertThat(readiness.body()).contains("\"database\":{\"status\":\"DOWN\"}");
        } finally {
            signal("CONT", stopped);
        }
        awaitScrape(key, 200);
    }

    private void awaitDatabasePart(String value) throws Exception {
        String line = "macro_edge_part_up{part=\"database\"} " + value;
        while (get("/actuator/prometheus").body().lines().noneMatch(line::equals)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private Settings secured() {
        return Settings.of(Map.of("MACRO_EDGE_ACCESS", "keys"), note -> {})
                .withHome(settings.home().path())
                .withCatalogue(settings.catalogue())
                .withoutSample()
                .withPort(0);
    }

    private void awaitScrape(String key, int status) throws Exception {
        HttpRequest scrape = HttpRequest.newBuilder(server.address().resolve("/actuator/prometheus"))
                .header("Authorization", "Bearer " + key)
                .timeout(PROMPTLY)
                .build();
        while (http.send(scrape, HttpResponse.BodyHandlers.discarding()).statusCode() != status) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private void assertIsDown() throws Exception {
        assertThat(get("/actuator/health").statusCode()).isEqualTo(503);
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        HttpResponse<String> metrics = get("/actuator/prometheus");
        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body()).contains("macro_edge_event_backlog{consumer=\"surprises\"} NaN");
        HttpResponse<String> readiness = get("/actuator/health/readiness");
        assertThat(readiness.statusCode()).isEqualTo(503);
        JsonNode parts = Json.mapper().readTree(readiness.body()).path("components");
        assertThat(parts.at("/database/status").asString()).isEqualTo("DOWN");
        assertThat(parts.at("/database/details/reason").asString()).isNotBlank();
        assertThat(parts.at("/jobs/status").asString()).isEqualTo("UP");
        assertThat(parts.at("/events/status").asString()).isEqualTo("UP");
        for (String path : List.of("/api/v1/calendar", "/api/v1/bias/summary?asOf=2022-01-01", "/api/v1/jobs")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(503);
            assertThat(answer.body()).contains("urn:macro-edge:problem:database-fault");
        }
    }

    private List<ProcessHandle> signalAll(String signal) throws Exception {
        ProcessHandle main = ProcessHandle.of(postmaster()).orElseThrow();
        signal(signal, List.of(main));
        List<ProcessHandle> all =
                Stream.concat(Stream.of(main), main.descendants()).toList();
        signal(signal, all);
        return all;
    }

    private static void signal(String signal, List<ProcessHandle> processes) throws Exception {
        String ids =
                processes.stream().map(process -> String.valueOf(process.pid())).collect(Collectors.joining(" "));
        new ProcessBuilder("sh", "-c", "kill -" + signal + " " + ids).start().waitFor();
    }

    private static void remove(Path home) throws IOException {
        while (Files.exists(home)) {
            try {
                HomeFiles.delete(home);
            } catch (DirectoryNotEmptyException writing) {
                // the database has written another file
            }
        }
    }

    @Test
    void aHomeThatIsRemovedEndsIt() throws Exception {
        remove(settings.home().path());

        CompletableFuture<Void> ended = CompletableFuture.runAsync(server::await);

        assertThat(ended)
                .failsWithin(Duration.ofSeconds(60))
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        MacroEdgeException.class,
                        fault -> DeclaredMessages.assertSeen(
                                "DatabaseMessage.HOME_REMOVED", String.valueOf(fault.getMessage())))
                .withMessageStartingWith("the home directory was removed or replaced while the server ran");
    }

    private static void assertDatabaseFault(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("urn:macro-edge:problem:database-fault");
    }

    private boolean isPostmaster(long process) throws IOException {
        try {
            List<String> lines = Files.readAllLines(settings.home().database().resolve("postmaster.pid"));
            return !lines.isEmpty() && lines.getFirst().equals(String.valueOf(process));
        } catch (NoSuchFileException anotherStarts) {
            return false;
        }
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(settings.home().database().resolve("postmaster.pid"))
                .getFirst());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(server.address().resolve(path))
                        .timeout(PROMPTLY)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void awaitHealth(int status) throws Exception {
        while (get("/actuator/health").statusCode() != status) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private void importOneRelease() throws Exception {
        String body = "--b\r\nContent-Disposition: form-data; name=\"profile\"\r\n\r\nmacro-edge\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"one.csv\"\r\n\r\n"
                + "indicator,released_at,period,actual,forecast,previous\n"
                + "us-nonfarm-payrolls,2022-01-07T13:30:00Z,,199000,400000,249000\n\r\n--b--\r\n";
        HttpRequest request = HttpRequest.newBuilder(server.address().resolve("/api/v1/imports"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        while (answer.statusCode() == 503) { // a connection of before: "try again in a moment"
            assertDatabaseFault(answer);
            TimeUnit.MILLISECONDS.sleep(100);
            answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"imported\":1");
    }
}
