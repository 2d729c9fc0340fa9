package org.macroedge.server.extremes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// A real Prometheus, with the configuration and the rules of the guide, scrapes a server in secured mode.
@Tag("system")
@Timeout(180)
class PrometheusScrapeTest {

    private static final Path GUIDE = Path.of("../docs/how-to/monitor.md");
    private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;

    PrometheusScrapeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /// The block of the guide that begins with a word.
    private static String block(String word) throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(GUIDE));
        while (block.find()) {
            if (block.group(1).startsWith(word)) {
                return block.group(1);
            }
        }
        throw new AssertionError("no block " + word);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /// The configuration of the guide, for a server of this test, with short intervals.
    private void configure(SmallServer server, String key) throws IOException {
        Path secret = Files.writeString(folder.resolve("macro-edge.key"), key);
        String scrape = block("scrape_configs:")
                .replace("/etc/prometheus/macro-edge.key", secret.toString())
                .replace("127.0.0.1:8080", server.server().address().getAuthority());
        Files.writeString(
                folder.resolve("prometheus.yml"),
                "global: {scrape_interval: 250ms, evaluation_interval: 250ms}\nrule_files: [rules.yml]\n" + scrape);
        Files.writeString(folder.resolve("rules.yml"), block("groups:"));
    }

    private static void check(String... words) throws Exception {
        Process tool = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tool.waitFor()).as(said).isZero();
    }

    private Process prometheus(int port) throws IOException {
        return new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + folder.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
    }

    private JsonNode ask(int port, String path) throws Exception {
        HttpResponse<String> answer;
        try {
            answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException notYet) {
            return Json.mapper().missingNode();
        }
        return answer.statusCode() == 200
                ? Json.mapper().readTree(answer.body())
                : Json.mapper().missingNode();
    }

    private JsonNode query(int port, String expression) throws Exception {
        return ask(port, "/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                .at("/data/result");
    }

    /// The value of an expression that has one; NaN where it has none yet.
    private double value(int port, String expression) throws Exception {
        JsonNode result = query(port, expression);
        return result.isEmpty()
                ? Double.NaN
                : Double.parseDouble(result.at("/0/value/1").asString());
    }

    private void await(int port, String expression, Predicate<Double> wanted) throws Exception {
        while (!wanted.test(value(port, expression))) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    @Test
    void theConfigurationAndTheRulesOfTheGuideWork() throws Exception {
        Path home = folder.resolve("home");
        String key = SmallKeys.create(home, SmallServer.CLOCK, "viewer", 30);
        String analyst = SmallKeys.create(home, SmallServer.CLOCK, "analyst", 30);
        int port = freePort();
        try (SmallServer server = SmallServer.start(home, SmallKeys.secured(Map.of()), analyst)) {
            configure(server, key);
            check(
                    "promtool",
                    "check",
                    "config",
                    folder.resolve("prometheus.yml").toString());
            Process prometheus = prometheus(port);
            try {
                await(port, "up{job=\"macro-edge\"}", value -> value == 1);
                ask(server, key);
                assertMeasured(port);
                assertRulesAreEvaluated(port);
                server.close();
                await(port, "up{job=\"macro-edge\"}", value -> value == 0);
                await(port, "count(ALERTS{alertname=\"MacroEdgeDown\"})", value -> value == 1);
            } finally {
                prometheus.destroy();
                prometheus.waitFor();
            }
        }
    }

    private static void ask(SmallServer server, String key) throws Exception {
        for (int index = 0; index < 20; index++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(server.address("/api/v1/bias/summary"))
                    .header("Authorization", "Bearer " + key);
            assertThat(server.send(request).status()).isEqualTo(200);
        }
    }

    private void assertMeasured(int port) throws Exception {
        String route = "{route=\"/api/v1/bias/summary\",method=\"GET\",status=\"200\"}";
        await(port, "macro_edge_http_request_seconds_count" + route, value -> value == 20);
        await(port, "sum(macro_edge_ready_answers_total{route=\"/api/v1/bias/summary\"})", value -> value == 20);
        await(
                port,
                "histogram_quantile(0.9, sum by (le) (macro_edge_http_request_seconds_bucket" + route + "))",
                value -> value > 0 && value < 30);
        await(port, "sum(macro_edge_event_backlog)", value -> value == 0);
        await(port, "macro_edge_stream_clients", value -> value == 0);
        await(port, "count(macro_edge_source_lag_seconds)", value -> value > 10);
        assertThat(value(port, "count(count by (__name__) ({__name__=~\"macro_edge_.+\"}))"))
                .isGreaterThan(8);
    }

    private void assertRulesAreEvaluated(int port) throws Exception {
        List<JsonNode> rules = List.of();
        while (rules.isEmpty()
                || rules.stream()
                        .anyMatch(rule -> rule.path("health").asString().equals("unknown"))) {
            TimeUnit.MILLISECONDS.sleep(100);
            rules = ask(port, "/api/v1/rules")
                    .at("/data/groups/0/rules")
                    .valueStream()
                    .toList();
        }
        assertThat(rules).hasSizeGreaterThan(3).allSatisfy(rule -> {
            assertThat(rule.path("health").asString())
                    .as(rule.path("lastError").asString(""))
                    .isEqualTo("ok");
            assertThat(rule.path("state").asString())
                    .as(rule.path("name").asString())
                    .isEqualTo("inactive");
        });
    }
}
