package org.macroedge.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.PreparedHome;
import org.macroedge.server.platform.process.ProgramLine;

/// Imports that are sent to a server and are no longer wanted before they are stored. A test holds the lock of the
/// intake, so that an import waits as long as it needs.
@Timeout(120)
class CancelledUploadTest {

    private static final String ROWS =
            "indicator,released_at,period,actual,forecast,previous\n" + "us-cpi-mom,2021-07-13,,0.9,0.5,0.6\n";
    private static final String BODY =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" + ROWS + "\r\n--b--\r\n";
    private static final String TYPE = "multipart/form-data; boundary=b";

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Server server;

    @BeforeEach
    void start() {
        Settings settings = Settings.of(Map.of(), note -> {})
                .withHome(PreparedHome.in(folder.resolve("home")))
                .withCatalogue(Path.of("../catalogue"))
                .withoutSample()
                .withPort(0);
        server = Server.start(settings, Clock.systemUTC(), note -> {});
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aClientThatClosesTheConnectionCancelsItsImport() throws Exception {
        holdingTheIntake(() -> {
            try (Socket client = new Socket("127.0.0.1", server.address().getPort())) {
                client.getOutputStream()
                        .write(("POST /api/v1/imports?profile=macro-edge HTTP/1.1\r\nHost: 127.0.0.1:"
                                        + server.address().getPort() + "\r\nContent-Type: " + TYPE
                                        + "\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY)
                                .getBytes(StandardCharsets.US_ASCII));
                awaitRunning(true);
            }
        });
        awaitRunning(false);

        assertThat(get("imports")).isEqualTo("{\"items\":[]}\n");
    }

    @Test
    void anImportIsCancelledByItsLabel() throws Exception {
        CompletableFuture<HttpResponse<String>> sent = new CompletableFuture<>();
        holdingTheIntake(() -> {
            http.sendAsync(
                            request("imports?profile=macro-edge&label=mine")
                                    .header("Content-Type", TYPE)
                                    .POST(HttpRequest.BodyPublishers.ofString(BODY))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .thenAccept(sent::complete);
            awaitRunning(true);
            assertThat(delete("imports/running/another")).isEqualTo("{\"cancelled\":0}\n");
            assertThat(delete("imports/running/mine")).isEqualTo("{\"cancelled\":1}\n");
        });

        assertThat(sent.get().statusCode()).isEqualTo(409);
        assertThat(sent.get().body()).contains("urn:macro-edge:problem:import-cancelled");
        assertThat(get("imports")).isEqualTo("{\"items\":[]}\n");
    }

    @Test
    @Tag("system")
    void aCommandThatIsStoppedCancelsWhatItSent() throws Exception {
        Path file = Files.writeString(folder.resolve("rows.csv"), ROWS);
        List<Integer> statuses = new ArrayList<>();
        holdingTheIntake(() -> {
            Process command = command(
                    "import",
                    "calendar",
                    file.toString(),
                    "--profile",
                    "macro-edge",
                    "--home",
                    folder.resolve("home").toString());
            awaitRunning(true);
            new ProcessBuilder("sh", "-c", "kill -INT " + command.pid()).start().waitFor();
            statuses.add(command.waitFor());
        });
        awaitRunning(false);

        assertThat(statuses).containsExactly(130);
        assertThat(get("imports")).isEqualTo("{\"items\":[]}\n");
    }

    private static Process command(String... words) throws IOException {
        List<String> line = new ArrayList<>(List.of("env", "--default-signal=INT"));
        line.addAll(ProgramLine.with(List.of()));
        line.addAll(List.of(words));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void aConnectionThatStaysOpenIsNoReasonToCancel() throws Exception {
        HttpResponse<String> answer = http.send(
                request("imports?profile=macro-edge")
                        .header("Content-Type", TYPE)
                        .POST(HttpRequest.BodyPublishers.ofString(BODY))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(get("imports")).contains("\"profile\":\"macro-edge\"");
    }

    @FunctionalInterface
    private interface Action {
        void run() throws Exception;
    }

    private void holdingTheIntake(Action action) throws Exception {
        Database database = server.context().getBean(Database.class);
        database.transactions().executeWithoutResult(status -> {
            database.jdbc()
                    .sql("SELECT pg_advisory_xact_lock(x'696D706F7274'::bigint)")
                    .query((row, number) -> true)
                    .list();
            try {
                action.run();
            } catch (Exception fault) {
                throw new AssertionError(fault);
            }
        });
    }

    private void awaitRunning(boolean wanted) throws IOException, InterruptedException {
        while (get("imports/running").contains("macro-edge") != wanted) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private String delete(String path) throws IOException, InterruptedException {
        return http.send(request(path).DELETE().build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/" + path));
    }
}
