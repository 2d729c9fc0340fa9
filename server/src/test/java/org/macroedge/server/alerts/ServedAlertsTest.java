package org.macroedge.server.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.alerts.view.AlertPage;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.platform.time.SettableClock;

/// A whole server with a file of alerts: what is pushed into it is raised, listed and streamed.
class ServedAlertsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    private static String rows() {
        LocalDate first = LocalDate.of(2018, 1, 5);
        String rows = IntStream.range(0, 24)
                .mapToObj(month -> "us-nonfarm-payrolls," + first.plusWeeks(4L * month) + "T13:30:00Z,,"
                        + (150_000 + 1_000 * month) + ",160000,155000")
                .collect(Collectors.joining("\n"));
        return "--b\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n"
                + AlertFixture.HEADER + rows + "\n\r\n--b--\r\n";
    }

    @Test
    void whatARuleFindsIsListedAndStreamed() throws Exception {
        Path file = Files.writeString(folder.resolve("alerts.yaml"), """
            channels: []
            rules:
              - id: big
                kind: surprise
                region: US
                sigmas: 0.01
            """);
        Settings settings = Settings.of(
                        Map.of("MACRO_EDGE_SOURCES", "none", "MACRO_EDGE_ALERTS", file.toString()), note -> {})
                .withHome(folder.resolve("home"))
                .withCatalogue(Path.of("../catalogue"))
                .withPort(0)
                .withoutSample();
        // a day after the last of the rows
        SettableClock clock = new SettableClock("2019-10-12T08:00:00Z");
        try (Server server = Server.start(settings, clock, note -> {})) {
            AlertPage before = page(server);
            assertThat(before.items()).isEmpty();
            HttpResponse<String> imported = client.send(
                    HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/imports?profile=macro-edge"))
                            .header("Content-Type", "multipart/form-data; boundary=b")
                            .POST(HttpRequest.BodyPublishers.ofString(rows()))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(imported.statusCode()).as(imported.body()).isEqualTo(200);

            List<String> streamed = untilAnAlert(server);

            assertThat(page(server).items()).singleElement().satisfies(alert -> {
                assertThat(alert.subject()).isEqualTo("us-nonfarm-payrolls@2019-10-11");
                assertThat(alert.cause()).contains(" 173K, forecast 160K (z ");
                assertThat(streamed.getLast()).contains("\"id\":\"" + alert.id() + "\"", "\"version\":1");
            });
        }
    }

    private AlertPage page(Server server) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/alerts?rule=big"))
                .build();
        return Json.mapper()
                .readValue(client.send(request, BodyHandlers.ofString()).body(), AlertPage.class);
    }

    private List<String> untilAnAlert(Server server) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/stream"))
                .header("Last-Event-ID", "0")
                .timeout(PATIENCE)
                .build();
        try (Stream<String> lines = client.send(request, BodyHandlers.ofLines()).body()) {
            boolean[] found = {false};
            return lines.filter(line -> {
                        found[0] |= line.equals("event: alert");
                        return found[0];
                    })
                    .limit(2)
                    .toList();
        }
    }
}
