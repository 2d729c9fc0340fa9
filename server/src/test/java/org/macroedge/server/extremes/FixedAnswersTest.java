package org.macroedge.server.extremes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// Whoever reads an answer whose market time and record time are both fixed may keep it for a day. So nothing that is
/// stored afterwards may change it, nor may time.
class FixedAnswersTest {

    private static final String AS_OF = "2019-03-01T13:30:00Z";
    private static final Set<String> TIMES = Set.of("asOf", "recordedAt");
    private static final String KEPT_BY_ALL = "max-age=86400, public";
    private static final String JSON = "application/json";
    private static final String REASON = "\"reason\":\"Payrolls count more.\"";
    private static final String HEADER = "indicator,released_at,period,actual,forecast,previous\n";

    /// Another figure of a release that is known, and a release of another indicator, both before the market time.
    private static final String EARLIER_NEWS = HEADER
            + "us-nonfarm-payrolls,2018-03-02T13:30:00Z,,90000,160000,155000\n"
            + "us-cpi-yoy,2019-02-13T13:30:00Z,,1.4,1.5,1.4\n";

    @TempDir
    private Path folder;

    private static List<ApiRequest> reads(SmallServer server, Map<String, String> times) throws Exception {
        return Operation.of(server.description()).stream()
                .filter(operation -> operation.method().equals("GET")
                        && operation.parameters().stream()
                                .map(Field::name)
                                .collect(Collectors.toSet())
                                .containsAll(TIMES))
                .map(operation -> {
                    ApiRequest request = ApiRequest.valid(operation);
                    for (Map.Entry<String, String> time : times.entrySet()) {
                        request = request.with(time.getKey(), time.getValue());
                    }
                    return request;
                })
                .toList();
    }

    private static HttpResponse<String> ask(SmallServer server, HttpRequest.Builder request) throws Exception {
        if (server.key() != null) {
            request.header("Authorization", "Bearer " + server.key());
        }
        return server.client().send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    }

    private static String caching(HttpResponse<String> answer) {
        return answer.headers().firstValue("Cache-Control").orElseThrow();
    }

    /// The answers that may be kept, by request.
    private static Map<String, String> kept(SmallServer server, List<ApiRequest> reads) throws Exception {
        Map<String, String> kept = new LinkedHashMap<>();
        for (ApiRequest read : reads) {
            HttpResponse<String> answer = ask(server, read.build(server));
            boolean found = answer.statusCode() == 200;
            assertThat(caching(answer)).as(read.toString()).isEqualTo(found ? KEPT_BY_ALL : "no-cache");
            if (found) {
                kept.put(read.toString(), answer.body());
            }
        }
        return kept;
    }

    /// When the last import was stored.
    private static String latest(SmallServer server) throws Exception {
        return json(ask(server, HttpRequest.newBuilder(server.address("/api/v1/imports"))))
                .path("items")
                .valueStream()
                .map(imported -> imported.path("recordedAt").asString())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body());
    }

    private static JsonNode post(SmallServer server, String path, String type, String body) throws Exception {
        return json(ask(
                server,
                HttpRequest.newBuilder(server.address("/api/v1/" + path))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    private static long importEarlierNews(SmallServer server) throws Exception {
        return post(
                        server,
                        "imports?profile=macro-edge",
                        "multipart/form-data; boundary=b",
                        SmallServer.file(EARLIER_NEWS))
                .path("batch")
                .asLong();
    }

    private static void proposeWeights(SmallServer server) throws Exception {
        post(
                server,
                "weight-sets/fast/versions",
                JSON,
                "{\"definition\":{\"extends\":\"default\",\"importance\":[1,1,9]}," + REASON + "}");
    }

    private static void publishWeights(SmallServer server) throws Exception {
        post(server, "weight-sets/fast/versions/1/publish", JSON, "{" + REASON + "}");
    }

    private static Map<String, String> fixed(SmallServer server) throws Exception {
        return new TreeMap<>(Map.of("asOf", AS_OF, "recordedAt", latest(server)));
    }

    @Test
    void nothingThatIsStoredLaterChangesItAndNoTimeThatPasses() throws Exception {
        List<ApiRequest> reads;
        Map<String, String> before;
        try (SmallServer server = SmallServer.start(folder)) {
            proposeWeights(server);
            reads = reads(server, fixed(server));
            before = kept(server, reads);
            assertThat(before).hasSizeGreaterThan(20);

            long batch = importEarlierNews(server);
            assertThat(kept(server, reads)).isEqualTo(before);
            post(server, "imports/" + batch + "/undo", JSON, "");
            publishWeights(server);
            assertThat(kept(server, reads)).isEqualTo(before);
        }
        Clock later = Clock.offset(SmallServer.CLOCK, Duration.ofDays(30));
        try (SmallServer server = SmallServer.open(folder, Map.of(), null, later)) {
            assertThat(kept(server, reads)).isEqualTo(before);
        }
    }

    private static void assertValidated(SmallServer server, Map<String, String> times) throws Exception {
        for (ApiRequest read : reads(server, times)) {
            assertThat(caching(ask(server, read.build(server))))
                    .as(read.toString())
                    .isEqualTo("no-cache");
        }
    }

    /// A correction can change what is asked for as known now, and what is asked for at a record time that the store
    /// has not passed.
    @Test
    void whatCanChangeIsValidatedOnEachUse() throws Exception {
        try (SmallServer server = SmallServer.start(folder)) {
            assertValidated(server, Map.of("asOf", AS_OF));
            assertValidated(server, Map.of("recordedAt", latest(server)));
        }
        Clock later = Clock.offset(SmallServer.CLOCK, Duration.ofDays(30));
        try (SmallServer server = SmallServer.open(folder, Map.of(), null, later)) {
            assertValidated(
                    server, Map.of("asOf", AS_OF, "recordedAt", later.instant().toString()));
        }
    }

    /// A cache that several callers share must not give to one what another was allowed to read.
    @Test
    void inSecuredModeOnlyTheClientMayKeepIt() throws Exception {
        String key = SmallKeys.create(folder, SmallServer.CLOCK, "analyst", 30);
        try (SmallServer server = SmallServer.start(folder, SmallKeys.secured(Map.of()), key)) {
            String times = "?asOf=" + AS_OF + "&recordedAt=" + latest(server);
            for (String path : List.of("bias/summary", "exports/releases", "calendar.ics")) {
                HttpRequest.Builder read = HttpRequest.newBuilder(server.address("/api/v1/" + path + times));
                assertThat(caching(ask(server, read))).as(path).isEqualTo("max-age=86400, private");
            }
        }
    }
}
