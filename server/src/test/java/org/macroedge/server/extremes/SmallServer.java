package org.macroedge.server.extremes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.PreparedHome;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// A real server over a store of two dozen releases. Its clock stands at the end of the years that a request may name,
/// so that a time is never in the future only because the test runs today.
///
/// @param key with which it was filled; null in local mode
public record SmallServer(
        Server server, HttpClient client, @Nullable String key) implements AutoCloseable {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2099-12-31T23:59:59Z"), ZoneOffset.UTC);
    private static final int RELEASES = 24;

    /// More than the description of the API.
    private static final int KEPT = 1 << 20;

    public static SmallServer start(Path home) throws IOException, InterruptedException {
        return start(home, Map.of(), null);
    }

    /// @param variables of its environment
    /// @param key of an analyst
    static SmallServer start(Path home, Map<String, String> variables, @Nullable String key)
            throws IOException, InterruptedException {
        SmallServer started = open(home, variables, key, CLOCK);
        started.importReleases();
        return started;
    }

    /// One over a store as it is.
    static SmallServer open(Path home, Map<String, String> variables, @Nullable String key, Clock clock) {
        Map<String, String> all = new HashMap<>(variables);
        all.putIfAbsent("MACRO_EDGE_SOURCES", "none");
        Settings settings = Settings.of(all, note -> {})
                .withHome(PreparedHome.in(home))
                .withCatalogue(Path.of("../catalogue"))
                .withPort(0)
                .withoutSample();
        return new SmallServer(Server.start(settings, clock, note -> {}), HttpClient.newHttpClient(), key);
    }

    private void importReleases() throws IOException, InterruptedException {
        LocalDate first = LocalDate.of(2018, 1, 5);
        String rows = IntStream.range(0, RELEASES)
                .mapToObj(month -> "us-nonfarm-payrolls," + first.plusWeeks(4L * month) + "T13:30:00Z,,"
                        + (150_000 + 1_000 * month) + ",160000,155000")
                .collect(Collectors.joining("\n"));
        importRows(rows);
    }

    /// @param rows of a calendar file of the product's own form, without its head
    void importRows(String rows) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address("/api/v1/imports?profile=macro-edge"));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        Answer answer = send(request.header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(
                        file("indicator,released_at,period,actual,forecast,previous\n" + rows + "\n"))));
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.start());
        }
    }

    /// A body with one calendar file.
    static String file(String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + content + "\r\n--b--\r\n";
    }

    URI address(String target) {
        return URI.create(server.address() + target);
    }

    /// The description of the API.
    JsonNode description() throws IOException, InterruptedException {
        return Json.mapper()
                .readTree(send(HttpRequest.newBuilder(address("/openapi.json"))).start());
    }

    Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest built = request.timeout(Duration.ofSeconds(60)).build();
        return start(client.send(built, HttpResponse.BodyHandlers.ofInputStream()));
    }

    /// An answer that is read to its end, of which only the start is kept.
    record Answer(int status, String type, String start) {}

    private static Answer start(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            byte[] start = body.readNBytes(KEPT);
            body.transferTo(OutputStream.nullOutputStream());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    new String(start, StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
