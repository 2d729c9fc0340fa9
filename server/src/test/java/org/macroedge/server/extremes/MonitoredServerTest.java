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
import java.util.List;
import java.util.Map;
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
@Timeout(300)
class MonitoredServerTest {

    private static final String JOB = "daily_macro_ingestion";
    private static final String OK = FaultServer.answer("200 OK", "", "");

    @TempDir
    private Path folder;

    private FaultServer publisher;
    private FaultServer receiver;
    private SmallServer server;
    private Monitors monitors;

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
        String viewer = SmallKeys.create(home, clock, "viewer", 30);
        String analyst = SmallKeys.create(home, clock, "analyst", 30);
        server = SmallServer.open(home, SmallKeys.secured(variables()), analyst, clock);
        Instant released = clock.instant().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofHours(1));
        server.importRows("us-nonfarm-payrolls," + released + ",,151000,160000,155000\n");
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

    @Test
    void aJobThatFailsReachesTheDeskAndAServerThatEndsReachesTheOnCallAlone() throws Exception {
        runAndFail(2);
        while (!gives("macro_edge_job_failures{name=\"" + JOB + "\"} == 2")) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(gives("ALERTS{alertname=\"MacroEdgeJobFails\"}")).isFalse();
        runAndFail(1);
        assertThat(received("/desk", "MacroEdgeJobFails"))
                .contains(
                        "Job " + JOB + " has failed 3 times in a row.",
                        "docs/runbooks/job-fails.md",
                        "\"severity\":\"warning\"");
        assertThat(requests("/urgent")).isEmpty();

        server.server().close();
        assertThat(received("/urgent", "MacroEdgeDown")).contains("No macro-edge server answers.");
        List<JsonNode> one = monitors.alerts("MacroEdgeServerDown");
        while (one.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(100);
            one = monitors.alerts("MacroEdgeServerDown");
        }
        assertThat(one.getFirst().at("/status/state").asString()).isEqualTo("suppressed");
        assertThat(receiver.requests()).noneMatch(request -> request.contains("MacroEdgeServerDown"));
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
