package org.macroedge.server.extremes;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.platform.net.FreePort;
import tools.jackson.databind.JsonNode;

/// A real Prometheus and a real Alertmanager with the files of `deploy/monitoring`, in which only addresses, the file
/// of the key, how often Prometheus looks and how long an alert waits are those of a test.
final class Monitors implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Process> processes = new ArrayList<>();
    private final Path folder;
    private final int prometheus;
    private final int alertmanager;

    /// @param server as host and port
    /// @param key of a viewer
    /// @param receiver of the messages of Alertmanager, as `http://host:port`
    Monitors(Path folder, String server, String key, String receiver) throws IOException {
        this.folder = folder;
        this.prometheus = FreePort.any();
        this.alertmanager = FreePort.any();
        Path secret = Files.writeString(folder.resolve("macro-edge.key"), key);
        Path routes = written(
                MonitoringFiles.ROUTES,
                Map.of(
                        "http://127.0.0.1:9095",
                        receiver,
                        "group_wait: 30s",
                        "group_wait: 1s",
                        "group_wait: 10s",
                        "group_wait: 1s"));
        written(MonitoringFiles.RULES, Map.of("for: 1m\n", "for: 1s\n"));
        Path config = written(
                MonitoringFiles.PROMETHEUS.resolve("prometheus.yml"),
                Map.of(
                        "127.0.0.1:8080",
                        server,
                        "127.0.0.1:9093",
                        "127.0.0.1:" + alertmanager,
                        "/etc/prometheus/macro-edge.key",
                        secret.toString(),
                        "15s",
                        "500ms"));
        start(
                "prometheus-alertmanager",
                "--config.file=" + routes,
                "--storage.path=" + folder.resolve("alertmanager"),
                "--web.listen-address=127.0.0.1:" + alertmanager,
                "--cluster.listen-address=");
        start(
                "prometheus",
                "--config.file=" + config,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + prometheus);
    }

    /// A copy of a file with other values in place of some, each of which it has.
    private Path written(Path file, Map<String, String> values) throws IOException {
        String text = Files.readString(file);
        for (Map.Entry<String, String> value : values.entrySet()) {
            if (!text.contains(value.getKey())) {
                throw new IllegalStateException(file + " has no " + value.getKey());
            }
            text = text.replace(value.getKey(), value.getValue());
        }
        return Files.writeString(folder.resolve(file.getFileName().toString()), text);
    }

    private void start(String... words) throws IOException {
        processes.add(new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(words[0] + ".log").toFile())
                .start());
    }

    /// What an expression gives now; empty where it gives nothing, and until Prometheus answers.
    List<JsonNode> query(String expression) throws InterruptedException {
        String path = "/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8);
        return ask(prometheus, path).at("/data/result").valueStream().toList();
    }

    /// Every rule of every group, as Prometheus has read and evaluated it.
    List<JsonNode> rules() throws InterruptedException {
        return ask(prometheus, "/api/v1/rules")
                .at("/data/groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream())
                .toList();
    }

    /// What Alertmanager knows of an alert.
    List<JsonNode> alerts(String name) throws InterruptedException {
        String filter = URLEncoder.encode("alertname=\"" + name + "\"", StandardCharsets.UTF_8);
        return ask(alertmanager, "/api/v2/alerts?filter=" + filter)
                .valueStream()
                .toList();
    }

    private JsonNode ask(int port, String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 400) { // of an expression that is not valid
                throw new IllegalArgumentException(answer.body());
            }
            return answer.statusCode() == 200
                    ? Json.mapper().readTree(answer.body())
                    : Json.mapper().missingNode();
        } catch (IOException notYet) {
            return Json.mapper().missingNode();
        }
    }

    @Override
    public void close() throws InterruptedException {
        processes.forEach(Process::destroy);
        for (Process process : processes) {
            process.waitFor();
        }
        client.close();
    }
}
