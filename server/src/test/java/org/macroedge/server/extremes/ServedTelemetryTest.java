package org.macroedge.server.extremes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.extremes.Scrape.Sample;

/// What a server in secured mode measures, and who may read it.
@Timeout(180)
class ServedTelemetryTest {

    private static final Path GUIDE = Path.of("../docs/how-to/monitor.md");
    private static final String COUNT = "macro_edge_http_request_seconds_count";
    private static final String READY = "macro_edge_ready_answers_total";

    /// Routes of what is no operation of the API.
    private static final Set<String> OTHER_ROUTES = Set.of(
            "none",
            "/**",
            "/index.html",
            "/error",
            "/openapi.json",
            "/actuator/health",
            "/actuator/health/**",
            "/actuator/prometheus");

    @TempDir
    static Path folder;

    private static String viewer;
    private static String analyst;
    private static SmallServer server;

    @BeforeAll
    static void start() throws Exception {
        viewer = SmallKeys.create(folder, SmallServer.CLOCK, "viewer", 30);
        analyst = SmallKeys.create(folder, SmallServer.CLOCK, "analyst", 30);
        Path alerts = Files.writeString(folder.resolve("alerts.yaml"), """
            channels:
              - id: desk
                kind: webhook
                address: http://127.0.0.1:9/
                secretVariable: WEBHOOK_SECRET
            rules: []
            """);
        server = SmallServer.start(folder, SmallKeys.secured(Map.of("MACRO_EDGE_ALERTS", alerts.toString())), analyst);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> send(String method, String path, String key) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address(path));
        if (!method.equals("GET")) { // a GET that says how long its body is has no ready answer
            request.method(method, HttpRequest.BodyPublishers.noBody());
        }
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        return server.client().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Scrape scrape() throws Exception {
        HttpResponse<String> answer = send("GET", "/actuator/prometheus", viewer);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Scrape.of(answer.body());
    }

    /// A request is measured when its last byte is written, so that its client may be faster.
    private static Scrape scrapeUntil(Predicate<Scrape> wanted) throws Exception {
        Scrape scrape = scrape();
        while (!wanted.test(scrape)) {
            TimeUnit.MILLISECONDS.sleep(20);
            scrape = scrape();
        }
        return scrape;
    }

    @ParameterizedTest
    @CsvSource({"VIEWER,200", "ANALYST,200", "'',401", "me_00000000_0,401", "x,401"})
    void whoMayReadMayScrape(String key, int status) throws Exception {
        String text = key.replace("VIEWER", viewer).replace("ANALYST", analyst);
        assertThat(send("GET", "/actuator/prometheus", text).statusCode()).isEqualTo(status);
    }

    @Test
    void theGuideListsEveryMetricWithItsTypeAndLabels() throws Exception {
        send("GET", "/api/v1/bias/summary", viewer);
        send("POST", "/api/v1/jobs/bias_engine/run", analyst);
        Scrape scrape = scrapeUntil(seen -> seen.sum("macro_edge_job_run_seconds_count") > 0
                && seen.sum("macro_edge_history_run_seconds_count") > 0);

        Map<String, String> measured = new TreeMap<>();
        scrape.types().forEach((family, type) -> {
            if (family.startsWith("macro_edge_") && !family.endsWith("_seconds_max")) {
                measured.put(family, type + " | " + labels(scrape, family));
            }
        });
        assertThat(listed()).isEqualTo(measured);
    }

    @Test
    void whatRulesDashboardsAndRunbooksNameIsMeasured() throws Exception {
        post();
        send("POST", "/api/v1/jobs/bias_engine/run", analyst);
        System.gc();
        Map<String, Path> named = MonitoringFiles.metrics();
        assertThat(named).containsKeys("macro_edge_bias_lag_seconds", "process_start_time_seconds");
        Scrape scrape = scrapeUntil(seen -> seen.sum("macro_edge_job_run_seconds_count") > 0
                && seen.sum("macro_edge_history_run_seconds_count") > 0);
        Set<String> measured =
                scrape.samples().stream().map(Sample::name).collect(Collectors.toCollection(TreeSet::new));
        named.keySet().removeAll(measured);
        assertThat(named).isEmpty();
    }

    private static String labels(Scrape scrape, String family) {
        Set<String> labels = scrape.samples().stream()
                .filter(sample -> sample.name().startsWith(family))
                .flatMap(sample -> sample.labels().keySet().stream())
                .filter(label -> !label.equals("le"))
                .collect(Collectors.toCollection(TreeSet::new));
        return labels.isEmpty() ? "none" : String.join(", ", labels);
    }

    /// The rows of the table: metric, type, labels, meaning.
    private static Map<String, String> listed() throws Exception {
        return Files.readAllLines(GUIDE).stream()
                .filter(line -> line.startsWith("| `macro_edge_"))
                .map(line -> line.substring(2).replace("`", "").split(" \\| "))
                .collect(Collectors.toMap(row -> row[0], row -> row[1] + " | " + row[2], (a, b) -> a, TreeMap::new));
    }

    @Test
    void readyAnswersAreMeasuredLikeAllOthersAndCountedByWhereTheyCameFrom() throws Exception {
        String route = "/api/v1/calendar";
        Scrape before = scrape();
        for (int index = 0; index < 5; index++) {
            assertThat(send("GET", route, viewer).statusCode()).isEqualTo(200);
        }
        double requests = before.sum(COUNT, "route", route, "method", "GET", "status", "200") + 5;
        Scrape after =
                scrapeUntil(seen -> seen.sum(COUNT, "route", route, "method", "GET", "status", "200") == requests);

        assertThat(after.sum(READY, "route", route) - before.sum(READY, "route", route))
                .isEqualTo(5);
        assertThat(after.sum(READY, "route", route, "result", "hit")).isGreaterThanOrEqualTo(4);
        assertThat(after.sum("macro_edge_http_request_seconds_bucket", "route", route, "status", "200", "le", "+Inf"))
                .isEqualTo(requests);
        assertThat(after.sum("macro_edge_http_request_seconds_sum", "route", route))
                .isPositive();
    }

    @Test
    void whatIsRefusedIsMeasuredByTheRouteThatItAsksFor() throws Exception {
        Scrape before = scrape();
        send("GET", "/api/v1/bias/EURUSD", "");
        send("GET", "/api/v1/bias/EURUSD?asof=now", viewer);
        send("POST", "/api/v1/imports/7/undo", viewer);
        broken();
        Map<String, String> wanted = Map.of(
                "/api/v1/bias/{instrument} GET 401", "refused",
                "/api/v1/bias/{instrument} GET 400", "wrong",
                "/api/v1/imports/{batch}/undo POST 403", "not allowed",
                "none GET 400", "not HTTP");
        for (String key : wanted.keySet()) {
            String[] part = key.split(" ");
            String[] labels = {"route", part[0], "method", part[1], "status", part[2]};
            scrapeUntil(seen -> seen.sum(COUNT, labels) == before.sum(COUNT, labels) + 1);
        }
    }

    private static void broken() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.server().address().getPort())) {
            socket.getOutputStream().write("GET /x HTTP/1.1\r\nHost: a b\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
        }
    }

    /// No label has a value that a sender chose: two hundred senders leave no series behind that one would not.
    @Test
    void whateverIsSentThereIsABoundedNumberOfSeries() throws Exception {
        assertThat(sent("a")).isEqualTo(200);
        Scrape first = scrapeUntil(seen -> seen.sum(COUNT, "method", "other") >= 40);
        assertThat(sent("b")).isEqualTo(200);
        Scrape second = scrapeUntil(seen -> seen.sum(COUNT, "method", "other") >= 80);

        assertThat(series(second)).isEqualTo(series(first));
        Set<String> routes = values(second, "route");
        Set<String> declared = new TreeSet<>(server.description().path("paths").propertyNames());
        declared.addAll(OTHER_ROUTES);
        assertThat(declared).containsAll(routes);
        assertThat(values(second, "method")).isSubsetOf("GET", "HEAD", "POST", "OPTIONS", "DELETE", "other");
        assertThat(values(second, "status")).allMatch(status -> status.matches("[1-5][0-9][0-9]"));
    }

    private static int sent(String text) throws Exception {
        int sent = 0;
        for (int index = 0; index < 40; index++) {
            String unique = text + index;
            send(unique.toUpperCase(Locale.ROOT), "/api/v1/bias/summary", viewer);
            send("GET", "/api/v1/bias/" + unique, viewer);
            send("GET", "/api/v1/" + unique + "?" + unique + "=1", viewer);
            send("GET", "/" + unique + ".js", "");
            send("GET", "/api/v1/bias/summary?" + unique, unique);
            sent += 5;
        }
        return sent;
    }

    private static Set<String> series(Scrape scrape) {
        return scrape.samples().stream()
                .filter(sample -> sample.name().startsWith("macro_edge_"))
                .map(sample -> sample.name() + sample.labels())
                .filter(series -> !series.contains("/actuator/prometheus"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> values(Scrape scrape, String label) {
        return scrape.samples().stream()
                .filter(sample -> sample.name().equals(COUNT))
                .map(Sample::labels)
                .flatMap(labels -> Stream.ofNullable(labels.get(label)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aStreamIsAClientAndNoLatency() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> stream = client.send(
                    HttpRequest.newBuilder(server.address("/api/v1/stream"))
                            .header("Authorization", "Bearer " + viewer)
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            scrapeUntil(seen -> seen.sum("macro_edge_stream_clients") == 1);
            stream.body().close();
            client.shutdownNow();
        }
        while (scrape().sum("macro_edge_stream_clients") > 0) {
            post(); // the server notices that a client has left when it writes
        }
        assertThat(scrape().sum(COUNT, "route", "/api/v1/stream", "status", "200"))
                .isZero();
    }

    @Test
    void aChangeIsARunOfTheHistoryAndLeavesNoBacklog() throws Exception {
        double before = scrape().sum("macro_edge_history_run_seconds_count", "consumer", "bias-history");
        post();
        Scrape after = scrapeUntil(
                seen -> seen.sum("macro_edge_history_run_seconds_count", "consumer", "bias-history") > before
                        && seen.sum("macro_edge_event_backlog") == 0);

        assertThat(after.samples().stream()
                        .filter(sample -> sample.name().equals("macro_edge_event_backlog"))
                        .map(sample -> sample.labels().get("consumer")))
                .containsExactlyInAnyOrder("surprises", "bias-history", "index-history", "regimes");
    }

    private static int posted;

    private static void post() throws Exception {
        posted++;
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address("/api/v1/imports?profile=macro-edge"))
                .header("Authorization", "Bearer " + analyst)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(
                        SmallServer.file("indicator,released_at,period,actual,forecast,previous\n"
                                + "us-nonfarm-payrolls,2022-01-07T13:30:00Z,," + (199_000 + 1_000 * posted)
                                + ",400000,249000\n")));
        assertThat(server.send(request).status()).isEqualTo(200);
    }

    @Test
    void nothingThatIsMeasuredNamesACallerOrAKey() throws Exception {
        send("GET", "/api/v1/bias/summary", viewer);
        String text = send("GET", "/actuator/prometheus", viewer).body();
        assertThat(List.of(viewer.substring(3, 11), analyst.substring(3, 11), "(key "))
                .noneMatch(text::contains);
    }
}
