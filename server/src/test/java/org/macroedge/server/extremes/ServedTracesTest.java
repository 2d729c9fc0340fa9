package org.macroedge.server.extremes;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.platform.config.LogForm;
import org.macroedge.server.platform.log.LoggedText;

/// The traces that a server sends to a collector: from a request to its SQL.
@Timeout(180)
class ServedTracesTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String OTHER_TRACE = "4bf92f3577b34da6a3ce929d0e0e4737";
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final String CALLER = "00f067aa0ba902b7";

    @TempDir
    Path folder;

    private final Collector collector = new Collector();

    private SmallServer start(String... settings) throws Exception {
        Map<String, String> variables = new HashMap<>();
        for (int index = 0; index < settings.length; index += 2) {
            variables.put(settings[index], settings[index + 1]);
        }
        return SmallServer.start(folder, variables, null);
    }

    private static HttpResponse<String> get(SmallServer server, String path, String trace) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address(path));
        if (!trace.isEmpty()) {
            request.header("traceparent", "00-" + trace + "-" + CALLER + "-01");
        }
        return server.client().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Map<String, AnyValue> attributes(Span span) {
        return span.getAttributesList().stream().collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue));
    }

    private static Span named(List<Span> trace, String name) {
        return trace.stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in " + trace));
    }

    @Test
    void aTraceLeadsFromTheCallersRequestToTheStatementsOfSql() throws Exception {
        try (collector;
                SmallServer server = start(
                        "MACRO_EDGE_OTLP_URL",
                        collector.address().toString() + "/",
                        "OTEL_EXPORTER_OTLP_HEADERS",
                        "X-Collector-Key=canary%2D5512")) {
            HttpResponse<String> answer = get(server, "/api/v1/imports", TRACE);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);

            List<Span> trace = collector.trace(TRACE, "GET /api/v1/imports");
            Span request = named(trace, "GET /api/v1/imports");
            assertThat(Collector.id(request.getParentSpanId())).isEqualTo(CALLER);
            assertThat(request.getKind()).isEqualTo(SpanKind.SPAN_KIND_SERVER);
            assertThat(attributes(request).get("http.response.status_code").getIntValue())
                    .isEqualTo(200);
            assertThat(attributes(request).get("macro_edge.request.id").getStringValue())
                    .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
            List<Span> statements = trace.stream()
                    .filter(span -> span.getKind() == SpanKind.SPAN_KIND_CLIENT)
                    .toList();
            assertThat(statements).isNotEmpty();
            Span operation = trace.stream()
                    .filter(span -> span.getSpanId().equals(statements.getLast().getParentSpanId()))
                    .findFirst()
                    .orElseThrow();
            assertThat(operation.getName()).matches("[A-Za-z]+Controller\\.[a-zA-Z]+");
            assertThat(operation.getParentSpanId()).isEqualTo(request.getSpanId());
            assertThat(attributes(statements.getLast()).get("db.query.text").getStringValue())
                    .startsWith("SELECT")
                    .contains("FROM batch");
            assertThat(trace.toString()).doesNotContain("canary");

            get(server, "/api/v1/bias/EURUSD?asOf=2018-11-11T11:11:11Z", OTHER_TRACE);
            assertThat(collector
                            .trace(OTHER_TRACE, "GET /api/v1/bias/{instrument}")
                            .toString())
                    .doesNotContain("EURUSD", "11:11:11");
            assertThat(collector.spans()).extracting(Span::getName).contains("run surprises");
            assertThat(collector.keys()).isNotEmpty().containsOnly("canary-5512");
        }
    }

    @Test
    void jobsAndAnswersThatAreReadyHaveTracesToo() throws Exception {
        try (collector;
                SmallServer server =
                        start("OTEL_EXPORTER_OTLP_ENDPOINT", collector.address().toString())) {
            get(server, "/api/v1/calendar", TRACE);
            get(server, "/api/v1/calendar", OTHER_TRACE);
            List<Span> ready = collector.trace(OTHER_TRACE, "GET /api/v1/calendar");
            assertThat(ready).noneMatch(span -> span.getKind() == SpanKind.SPAN_KIND_INTERNAL);

            HttpRequest.Builder run = HttpRequest.newBuilder(server.address("/api/v1/jobs/bias_engine/run"))
                    .POST(HttpRequest.BodyPublishers.noBody());
            server.send(run);
            long start = System.nanoTime();
            while (collector.spans().stream().noneMatch(span -> span.getName().equals("job bias_engine"))) {
                assertThat(System.nanoTime() - start).isLessThan(PATIENCE_NANOS);
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    @Test
    void theLinesOfARequestHaveTheIdOfItsTrace() throws Exception {
        try (collector;
                SmallServer server =
                        start("MACRO_EDGE_OTLP_URL", collector.address().toString());
                LoggedText log = LoggedText.open(LogForm.JSON)) {
            get(server, "/api/v1/imports", TRACE);
            collector.trace(TRACE, "GET /api/v1/imports");
            long start = System.nanoTime();
            while (log.lines().stream()
                    .noneMatch(line -> line.path("message").asString().equals("request")
                            && line.path("traceId").asString().equals(TRACE))) {
                assertThat(System.nanoTime() - start).as(log.lines().toString()).isLessThan(PATIENCE_NANOS);
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    @Test
    void aShareOfNothingTracesOnlyWhatTheCallerTraces() throws Exception {
        try (collector;
                SmallServer server =
                        start("MACRO_EDGE_OTLP_URL", collector.address().toString(), "MACRO_EDGE_TRACE_SHARE", "0")) {
            get(server, "/api/v1/imports", "");
            get(server, "/api/v1/imports", TRACE);
            collector.trace(TRACE, "GET /api/v1/imports");
            assertThat(collector.spans())
                    .allMatch(span -> Collector.id(span.getTraceId()).equals(TRACE));
        }
    }

    /// One that refuses connections, and one that takes them and says nothing.
    @Test
    void aLostCollectorNeitherSlowsNorBreaksAnswers() throws Exception {
        collector.close();
        for (String silent : List.of("no", "yes")) {
            try (ServerSocket port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
                if (silent.equals("no")) {
                    port.close();
                }
                try (SmallServer server = start("MACRO_EDGE_OTLP_URL", "http://127.0.0.1:" + port.getLocalPort())) {
                    long start = System.nanoTime();
                    for (int count = 0; count < 100; count++) {
                        assertThat(get(server, "/api/v1/imports", "").statusCode())
                                .isEqualTo(200);
                    }
                    assertThat(System.nanoTime() - start)
                            .as("silent: %s", silent)
                            .isLessThan(TimeUnit.SECONDS.toNanos(15));
                }
            }
        }
    }
}
