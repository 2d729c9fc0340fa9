package org.macroedge.server.extremes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.sources.fetch.FaultServer;
import tools.jackson.databind.JsonNode;

/// A server in secured mode, one of whose sources answers and one fails, is watched by a real Prometheus and a real
/// Alertmanager with the files of `deploy/monitoring`.
@Tag("system")
@Timeout(120)
class MonitoredServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String JOB = "daily_macro_ingestion";
    /// In whose panel there is nothing while nothing fails; the same of answers that succeed shows that it would be.
    private static final String FAILED = "status=~\"5..\"";

    private static final String SUCCEEDED = "status=~\"2..\"";
    private static final String OK = FaultServer.answer("200 OK", "", "");

    @TempDir
    private Path folder;

    private FaultServer publisher;
    private FaultServer receiver;
    private SmallServer server;
    private Monitors monitors;
    private String viewer;
    private int imported;

    @BeforeEach
    void start() throws Exception {
        Clock clock = Clock.systemUTC();
        publisher = new FaultServer((head, socket) -> FaultServer.text(
                        head.contains("/calendar.json")
                                ? FaultServer.answer("200 OK", "", feed(clock.instant()))
                                : FaultServer.answer("500 Internal Server Error", "", ""))
                .to(head, socket));
        receiver = FaultServer.of(OK);
        Path home = folder.resolve("home");
        viewer = SmallKeys.create(home, clock, "viewer", 30);
        String analyst = SmallKeys.create(home, clock, "analyst", 30);
        server = SmallServer.open(home, SmallKeys.secured(variables()), analyst, clock);
        monitors = new Monitors(folder, server.server().address().getAuthority(), viewer, receiver(""));
    }

    private static String feed(Instant now) {
        return "[{\"title\":\"CPI m/m\",\"country\":\"USD\",\"date\":\"" + now.truncatedTo(ChronoUnit.MINUTES)
                + "\",\"impact\":\"High\",\"forecast\":\"0.2%\",\"previous\":\"0.1%\"}]";
    }

    private String receiver(String path) {
        return "http://" + receiver.address("/").getAuthority() + path;
    }

    private Map<String, String> variables() throws IOException {
        Path alerts = Files.writeString(folder.resolve("alerts.yaml"), """
            channels:
              - id: chat
                kind: webhook
                address: %s
                secretVariable: WEBHOOK_SECRET
            rules:
              - id: jobs
                kind: job-failed
            """.formatted(receiver("/chat")));
        String sources =
                "forexfactory-feed=" + publisher.address("/calendar.json") + ",finnhub=" + publisher.address("/broken");
        return Map.of(
                "MACRO_EDGE_SOURCES",
                "forexfactory-feed,finnhub",
                "MACRO_EDGE_SOURCE_ADDRESSES",
                sources,
                "MACRO_EDGE_FINNHUB_KEY",
                "finnhub-key-of-the-test",
                "MACRO_EDGE_ALERTS",
                alerts.toString());
    }

    @AfterEach
    void stop() throws Exception {
        monitors.close();
        server.close();
        receiver.close();
        publisher.close();
    }

    private void ask(String path) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.address(path)).header("Authorization", "Bearer " + viewer);
        assertThat(server.send(request).status()).as(path).isEqualTo(200);
    }

    private void run(String job) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address("/api/v1/jobs/" + job + "/run"))
                .header("Authorization", "Bearer " + server.key())
                .POST(HttpRequest.BodyPublishers.noBody());
        assertThat(server.send(request).status()).as(job).isEqualTo(200);
    }

    private void runAndFail(int times) throws Exception {
        for (int run = 0; run < times; run++) {
            run(JOB);
        }
    }

    private boolean gives(String expression) throws Exception {
        return monitors.query(expression).stream()
                .anyMatch(series -> !series.at("/value/1").asString().equals("NaN"));
    }

    private void await(String expression) throws Exception {
        while (!gives(expression)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /// A server, all of whose panels show something, fails at a job, and ends.
    @Test
    void eachPanelShowsDataAndEachAlertReachesTheReceiverOfItsSeverity() throws Exception {
        await("up{job=\"macro-edge\"} == 1");
        runAndFail(2);
        await("macro_edge_job_failures{name=\"" + JOB + "\"} == 2");
        assertThat(gives("ALERTS{alertname=\"MacroEdgeJobFails\"}")).isFalse();
        runAndFail(1);
        assertThat(received("/desk", "MacroEdgeJobFails"))
                .contains(
                        "Job " + JOB + " has failed 3 times in a row.",
                        "docs/runbooks/job-fails.md",
                        "\"severity\":\"warning\"");
        assertEachPanelShowsData();
        assertRulesAreEvaluated();
        assertThat(requests("/urgent")).noneMatch(request -> request.contains("MacroEdgeJobFails"));
        server.server().close();
        assertThatItsEndReachesTheOnCallAlone();
    }

    /// The expressions of a dashboard, with values in place of Grafana's variables, each by its panel.
    private static Map<String, String> expressions(String dashboard) throws IOException {
        Map<String, String> expressions = new TreeMap<>();
        for (JsonNode panel : MonitoringFiles.dashboard(dashboard).path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                String expression = target.path("expr")
                        .asString()
                        .replace("$__rate_interval", "1m")
                        .replace("$instance", ".*")
                        .replace(FAILED, SUCCEEDED);
                assertThat(expression).doesNotContain("$");
                expressions.put(
                        dashboard + ", " + panel.path("title").asString() + ", "
                                + target.path("refId").asString(),
                        expression);
            }
        }
        return expressions;
    }

    private void assertEachPanelShowsData() throws Exception {
        Map<String, String> missing = expressions("service");
        missing.putAll(expressions("data"));
        assertThat(missing).hasSizeGreaterThan(30);
        Instant until = Instant.now().plus(PATIENCE);
        while (!missing.isEmpty()) {
            work();
            for (Iterator<String> each = missing.values().iterator(); each.hasNext(); ) {
                if (gives(each.next())) {
                    each.remove();
                }
            }
            assertThat(Instant.now()).as("no data for %s", missing).isBefore(until);
        }
    }

    /// What leaves something to measure.
    private void work() throws Exception {
        System.gc();
        ask("/api/v1/board");
        ask("/api/v1/bias/EURUSD");
        run("bias_engine");
        Instant released = Instant.now()
                .truncatedTo(ChronoUnit.MINUTES)
                .minus(Duration.ofDays(1))
                .plusSeconds(60L * imported);
        imported++;
        server.importRows("us-nonfarm-payrolls," + released + ",," + (150_000 + imported) + ",160000,155000\n");
        TimeUnit.MILLISECONDS.sleep(500);
    }

    private void assertRulesAreEvaluated() throws Exception {
        List<JsonNode> rules = monitors.rules();
        assertThat(rules).hasSizeGreaterThan(20).allSatisfy(rule -> {
            assertThat(rule.path("health").asString())
                    .as(rule.path("name").asString() + rule.path("lastError").asString(""))
                    .isEqualTo("ok");
            if (rule.path("type").asString().equals("alerting")) {
                assertThat(rule.at("/labels/severity").asString()).isIn("critical", "warning");
                assertThat(rule.path("annotations").propertyNames())
                        .containsExactlyInAnyOrder("summary", "description", "runbook");
            }
        });
        assertThat(rules.stream()
                        .filter(rule -> rule.path("state").asString("").equals("firing"))
                        .map(rule -> rule.path("name").asString())
                        .filter(name -> !name.endsWith("Down"))) // a busy machine answers a scrape too late
                .containsExactly("MacroEdgeJobFails");
    }

    private void assertThatItsEndReachesTheOnCallAlone() throws Exception {
        assertThat(received("/urgent", "MacroEdgeDown")).contains("No macro-edge server answers.");
        for (String inhibited : List.of("MacroEdgeServerDown", "MacroEdgeRoleDown")) {
            List<JsonNode> alerts = monitors.alerts(inhibited);
            while (alerts.isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(100);
                alerts = monitors.alerts(inhibited);
            }
            assertThat(alerts)
                    .allSatisfy(alert ->
                            assertThat(alert.at("/status/state").asString()).isEqualTo("suppressed"));
            assertThat(receiver.requests()).noneMatch(request -> request.contains(inhibited));
        }
    }

    private List<String> requests(String path) {
        return receiver.requests().stream()
                .filter(request -> request.startsWith("POST " + path + " "))
                .toList();
    }

    /// The message to a receiver that names an alert.
    private String received(String path, String alert) throws InterruptedException {
        while (true) {
            for (String request : requests(path)) {
                if (request.contains("\"alertname\":\"" + alert + "\"")) {
                    return request;
                }
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
