package org.macroedge.server.extremes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.platform.config.LogForm;
import org.macroedge.server.platform.log.LoggedText;
import tools.jackson.databind.JsonNode;

/// The lines that a server logs as JSON about requests, jobs and runs.
@Timeout(120)
class ServedLogTest {

    @TempDir
    static Path folder;

    private static String key;
    private static SmallServer server;

    private LoggedText log;

    @BeforeAll
    static void start() throws Exception {
        key = SmallKeys.create(folder, SmallServer.CLOCK, "analyst", 30);
        server = SmallServer.start(folder, SmallKeys.secured(Map.of()), key);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        log = LoggedText.open(LogForm.JSON);
    }

    @AfterEach
    void close() {
        log.close();
    }

    /// The next line of a kind, which is written when the last byte of the answer is.
    private JsonNode line(String kind) throws InterruptedException {
        return line(kind, line -> true);
    }

    private JsonNode line(String kind, Predicate<JsonNode> wanted) throws InterruptedException {
        while (true) {
            List<JsonNode> lines = log.lines().stream()
                    .filter(line -> line.path("logger").asString().equals("activity"))
                    .filter(line -> line.path("message").asString().equals(kind))
                    .filter(wanted)
                    .toList();
            if (!lines.isEmpty()) {
                return lines.getFirst();
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /api/v1/bias/summary | KEY | 200 | /api/v1/bias/summary",
                "GET | /api/v1/bias/summary | KEY | 200 | /api/v1/bias/summary",
                "HEAD | /api/v1/heatmap | KEY | 200 | /api/v1/heatmap",
                "GET | /api/v1/bias/EURUSD/history?asOf=2019-01-01 | KEY | 200 | /api/v1/bias/{instrument}/history",
                "GET | /api/v1/bias/GEHEIM | KEY | 404 | /api/v1/bias/{instrument}",
                "GET | /api/v1/bias/EURUSD?geheim=1 | KEY | 400 | /api/v1/bias/{instrument}",
                "GET | /api/v1/bias/EURUSD | none | 401 | /api/v1/bias/{instrument}",
                "GET | /api/v1/bias/EURUSD | Bearer geheim | 401 | /api/v1/bias/{instrument}",
                "GET | /api/v1/audit | KEY | 403 | /api/v1/audit",
                "GET | /api/v1/geheim | KEY | 404 | /**",
                "GET | /geheim | none | 404 | /**",
                "GET | / | none | 200 | /index.html",
                "GET | /actuator/health | none | 200 | /actuator/health",
                "GET | /mcp | KEY | 405 | /mcp",
                "POST | /api/v1/bias/summary | KEY | 405 | none",
                "GEHEIM | /api/v1/bias/summary | KEY | 405 | none"
            })
    void aRequestIsOneLineWithItsRouteAndNothingThatItsSenderWrote(
            String method, String path, String authorization, int status, String route) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.address(path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (!authorization.equals("none")) {
            request.header("Authorization", authorization.replace("KEY", "Bearer " + key));
        }
        HttpResponse<String> answer = server.client().send(request.build(), HttpResponse.BodyHandlers.ofString());
        JsonNode line = line("request");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(line.path("status").asInt()).isEqualTo(status);
        assertThat(line.path("method").asString()).isEqualTo(method.equals("GEHEIM") ? "other" : method);
        assertThat(line.path("route").asString()).isEqualTo(route);
        assertThat(line.path("seconds").asDouble()).isBetween(0.0, 60.0);
        assertThat(answer.headers().firstValue("X-Request-Id"))
                .hasValue(line.path("request").asString());
        if (authorization.equals("KEY")) {
            assertThat(line.path("principalKind").asString()).isEqualTo("key");
            assertThat(line.path("principal").asString()).matches("analyst \\(key [0-9a-f]{8}\\)");
        } else {
            assertThat(line.has("principal")).isFalse();
        }
        assertThat(log.text()).doesNotContainIgnoringCase("geheim").doesNotContain(key.substring(12));
    }

    @Test
    void whatIsNoValidHttpIsALineToo() throws Exception {
        exchange("GET /geheim HTTP/1.1\r\nHost: a b\r\n\r\n");
        JsonNode line = line("request");

        assertThat(line.path("status").asInt()).isEqualTo(400);
        assertThat(line.path("route").asString()).isEqualTo("none");
        assertThat(line.has("request")).isFalse();
        assertThat(log.text()).doesNotContain("geheim");
    }

    private static void exchange(String request) throws IOException {
        int port = server.server().address().getPort();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
        }
    }

    @Test
    void aRunOfAJobAndOneOfTheStoredHistoryAreLines() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address("/api/v1/jobs/bias_engine/run"))
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.noBody());
        assertThat(server.send(request).status()).isEqualTo(200);
        JsonNode job = line("job");
        assertThat(job.path("job").asString()).isEqualTo("bias_engine");
        assertThat(job.path("trigger").asString()).isEqualTo("manual");
        assertThat(job.path("outcome").asString()).isEqualTo("succeeded");
        assertThat(job.path("attempt").asInt()).isEqualTo(1);
        assertThat(job.path("seconds").asDouble()).isPositive(); // the clock of this server stands still
        assertThat(job.path("request").asString()).hasSize(36);

        push();
        JsonNode run = line("run", line -> line.path("consumer").asString().equals("surprises"));
        assertThat(run.path("rebuilt").asBoolean()).isFalse();
        assertThat(run.path("events").asInt()).isEqualTo(1);
        assertThat(run.path("seconds").asDouble()).isPositive();
    }

    private static void push() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address("/api/v1/imports?profile=macro-edge"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(
                        SmallServer.file("indicator,released_at,period,actual,forecast,previous\n"
                                + "us-nonfarm-payrolls,2022-01-07T13:30:00Z,,199000,400000,249000\n")));
        assertThat(server.send(request).status()).isEqualTo(200);
    }
}
