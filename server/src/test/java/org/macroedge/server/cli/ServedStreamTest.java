package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;
import org.macroedge.server.cli.StreamReader.Received;
import org.macroedge.server.messages.LogLines;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.PreparedHome;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// What clients of the stream get, and who is dropped.
@Timeout(120)
class ServedStreamTest {

    @TempDir
    static Path folder;

    private static Server server;
    private static Database database;

    @BeforeAll
    static void serve() {
        String address = TestDatabase.freshAddress();
        Settings settings = Settings.of(
                        Map.of(
                                "MACRO_EDGE_SOURCES", "none",
                                "MACRO_EDGE_SAMPLE", "none",
                                "MACRO_EDGE_DATABASE_URL", address),
                        note -> {})
                .withHome(PreparedHome.in(folder))
                .withCatalogue(Path.of("../catalogue"))
                .withPort(0);
        server = Server.start(settings, SampleHome.CLOCK, note -> {});
        database = Database.at(address);
    }

    @AfterAll
    static void stop() {
        server.close();
        database.close();
    }

    @Test
    void aReleaseIsToldWithTheFigureThatAnAnswerOfItsRecordTimeHas() throws Exception {
        try (StreamReader stream = new StreamReader(server, null)) {
            JsonNode pushed = pushed("2021-09-14T12:30:00Z", "0.3");

            JsonNode event = data(next(stream, "release"));

            assertThat(event.path("version").asInt()).isEqualTo(1);
            assertThat(event.path("batch")).isEqualTo(pushed.path("batch"));
            assertThat(event.path("region").asString()).isEqualTo("US");
            assertThat(event.path("indicators").valueStream().map(JsonNode::asString))
                    .containsExactly("us-cpi-mom");
            JsonNode figure = event.path("releases").path(0);
            JsonNode answer = answer("indicators/us-cpi-mom/releases?asOf="
                            + event.path("to").asString() + "&recordedAt="
                            + event.path("recordedAt").asString())
                    .path("items");
            assertThat(event.path("releases")).hasSize(1);
            for (String key : List.of("releaseId", "releasedAt", "actual")) {
                assertThat(answer.findValues(key)).as(key).contains(figure.path(key));
            }
        }
    }

    @Test
    void aBiasIsToldAsTheAnswerOfItsRunGivesIt() throws Exception {
        try (StreamReader stream = new StreamReader(server, null)) {
            pushed("2021-10-13T12:30:00Z", "0.4");

            JsonNode event = data(next(stream, "bias"));

            JsonNode answer = answer("bias/" + event.path("instrument").asString() + "?weightSet="
                    + event.path("weightSet").asString() + "&asOf="
                    + event.path("asOf").asString() + "&recordedAt="
                    + event.path("recordedAt").asString());
            for (String key : List.of("instrument", "weightSet", "asOf", "runId", "score", "label", "z")) {
                assertThat(event.path(key)).as(key).isEqualTo(answer.path(key));
            }
        }
    }

    @Test
    void aPublicationOfWeightsAndItsRollBackAreToldAsTheAnswersOfTheirRecordTimeHaveThem() throws Exception {
        String set = "weight-sets/streamed";
        post(set + "/versions", "weights", "{\"yaml\": \"extends: default\", \"reason\": \"test\"}");
        try (StreamReader stream = new StreamReader(server, null)) {
            post(set + "/versions/1/publish", "weights", "{\"reason\": \"test\"}");
            JsonNode published = data(next(stream, "weights"));
            post(set + "/rollback", "weights", "{\"reason\": \"test\"}");
            JsonNode rolledBack = data(next(stream, "weights"));

            assertThat(published.path("weightSet").asString()).isEqualTo("streamed");
            assertThat(published.path("inForce").asInt()).isEqualTo(1);
            assertThat(rolledBack.path("inForce").isNull()).isTrue();
            JsonNode history = answer(set + "/versions").path("publications");
            assertThat(history.findValues("recordedAt"))
                    .containsExactly(rolledBack.path("recordedAt"), published.path("recordedAt"));
        }
    }

    @Test
    void aJobIsToldWhenItBeginsAndWhenItHasEnded() throws Exception {
        try (StreamReader stream = new StreamReader(server, null)) {
            HttpResponse<String> run = post("jobs/bias_engine/run", "", "");

            JsonNode begun = data(next(stream, "job"));
            JsonNode ended = data(next(stream, "job"));

            assertThat(begun.path("outcome").asString()).isEqualTo("running");
            assertThat(begun.path("number")).isEqualTo(ended.path("number"));
            JsonNode answer = Json.mapper().readTree(run.body());
            answer.properties()
                    .forEach(key -> assertThat(ended.path(key.getKey()))
                            .as(key.getKey())
                            .isEqualTo(key.getValue()));
        }
    }

    @Test
    void anUndoIsToldWithoutTheReleaseThatItTookBack() throws Exception {
        JsonNode pushed = pushed("2021-11-10T13:30:00Z", "0.9");
        try (StreamReader stream = new StreamReader(server, null)) {
            JsonNode undone = Json.mapper()
                    .readTree(post("imports/" + pushed.path("batch").asLong() + "/undo", "", "")
                            .body());

            JsonNode event = data(next(stream, "release"));
            while (!event.path("batch").equals(undone.path("batch"))) {
                event = data(next(stream, "release"));
            }

            assertThat(event.path("releases")).isEmpty();
        }
    }

    @Test
    void aClientThatResumesGetsWhatItMissedOnceAndInOrder() throws Exception {
        long start;
        List<Received> live = new ArrayList<>();
        try (StreamReader stream = new StreamReader(server, null)) {
            start = stream.lastId();
            pushed("2021-12-10T13:30:00Z", "0.8");
            while (live.stream().filter(event -> event.type().equals("bias")).count() < 10) {
                live.add(next(stream));
            }
        }
        assertThat(live).extracting(Received::id).isSorted().doesNotHaveDuplicates();
        for (int index = 0; index < 5; index++) {
            long from = index == 0 ? start : live.get(index - 1).id();
            try (StreamReader stream = new StreamReader(server, from)) {
                for (Received expected : live.subList(index, live.size())) {
                    assertThat(next(stream)).isEqualTo(expected);
                }
            }
        }
    }

    /// Far more than what the system keeps of a connection.
    @Test
    void aClientThatDoesNotReadIsDroppedAndTheOthersGetEverything() throws Exception {
        int events = 500;
        int rounds = 40;
        try (StreamReader stream = new StreamReader(server, null);
                Socket slow = new Socket()) {
            slow.setReceiveBufferSize(1 << 12);
            slow.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), server.address().getPort()));
            slow.getOutputStream()
                    .write(("GET /api/v1/stream HTTP/1.1\r\nHost: 127.0.0.1:"
                                    + server.address().getPort() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream answer = slow.getInputStream();
            answer.readNBytes(64);

            for (int round = 0; round < rounds; round++) {
                appendJobRuns(events);
                for (int number = 1; number <= events; number++) {
                    assertThat(data(next(stream, "job")).path("number").asInt()).isEqualTo(number);
                }
            }

            assertThat(bytesUntilTheEnd(answer)).isLessThan(events * rounds * 900L);
        }
    }

    private static long bytesUntilTheEnd(InputStream answer) {
        long bytes = 0;
        byte[] buffer = new byte[1 << 16];
        try {
            for (int read = answer.read(buffer); read >= 0; read = answer.read(buffer)) {
                bytes += read;
            }
        } catch (IOException reset) {
            // as a connection ends that is broken off
        }
        return bytes;
    }

    private static void appendJobRuns(int count) {
        append("""
            INSERT INTO event_log (type, version, key, part, recorded_at, payload)
            SELECT 'job_run_recorded', 1, 'test', 0, now(), jsonb_build_object(
              'number', number, 'job', 'test', 'trigger', 'manual', 'attempt', 1, 'outcome', 'succeeded',
              'startedAt', '2022-01-01T00:00:00Z', 'endedAt', '2022-01-01T00:00:00Z', 'result', repeat('x', 900))
            FROM generate_series(1, %d) AS number
            """.formatted(count));
    }

    /// As the log is written: in the order of commits, and with a notice.
    private static void append(String sql) {
        database.transactions().executeWithoutResult(status -> {
            database.jdbc()
                    .sql("SELECT pg_advisory_xact_lock(?)")
                    .param(0x6D6163726FL)
                    .query((row, number) -> true)
                    .single();
            database.jdbc().sql(sql).update();
            giveNotice();
        });
    }

    private static void giveNotice() {
        database.jdbc()
                .sql("SELECT pg_notify('macro_edge_events', '')")
                .query((row, number) -> true)
                .single();
    }

    @Test
    void anEventThatCannotBeReadIsLoggedOnceAndNothingAfterItIsLeftOut() throws Exception {
        try (StreamReader stream = new StreamReader(server, null);
                LogLines lines = LogLines.open()) {
            append("""
                INSERT INTO event_log (type, version, key, part, recorded_at, payload)
                VALUES ('job_run_recorded', 1, 'unreadable', 0, now(), '[]')
                """);
            appendJobRuns(1);
            while (lines.lines().isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            lines.assertSeen("LogMessage.STREAM_BEHIND");

            append("DELETE FROM event_log WHERE key = 'unreadable'");

            assertThat(data(next(stream, "job")).path("number").asInt()).isEqualTo(1);
        }
    }

    private static Received next(StreamReader stream) throws IOException {
        return Objects.requireNonNull(stream.next(), "the stream has ended");
    }

    private static Received next(StreamReader stream, String type) throws IOException {
        Received event = next(stream);
        while (!event.type().equals(type)) {
            event = next(stream);
        }
        return event;
    }

    private static JsonNode data(Received event) {
        return Json.mapper().readTree(event.data());
    }

    private static JsonNode pushed(String releasedAt, String actual) throws Exception {
        String body = "{\"source\":\"macro-edge\",\"releases\":[{\"indicator\":\"us-cpi-mom\",\"releasedAt\":\""
                + releasedAt + "\",\"actual\":" + actual + "}]}";
        HttpResponse<String> answer = post("releases", releasedAt, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body());
    }

    private static HttpResponse<String> post(String path, String key, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve("/api/v1/" + path))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json").header("Idempotency-Key", key);
        }
        return SampleHome.send(request.build());
    }

    private static JsonNode answer(String path) throws Exception {
        return Json.mapper().readTree(SampleHome.get(server, "/api/v1/" + path).body());
    }
}
