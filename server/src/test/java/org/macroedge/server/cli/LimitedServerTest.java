package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.PreparedHome;
import org.macroedge.server.platform.json.Json;

/// A server that limits requests, by limits so low that tokens come back more slowly than a test asks.
@Timeout(120)
class LimitedServerTest {

    private static final String LOW = "5/20";
    private static final String HIGH = "9999999/9999999";
    private static final Pattern LEFT = Pattern.compile("\"(\\w+)\";r=(\\d+);t=(\\d+)");

    @TempDir
    static Path folder;

    private static String viewer;
    private static String analyst;

    @BeforeAll
    static void createKeys() {
        new SampleHome(folder).fill();
        viewer = key("viewer");
        analyst = key("analyst");
    }

    private static String key(String role) {
        return new SampleHome(folder)
                .run("keys create " + role + " --role " + role)
                .out()
                .lines()
                .findFirst()
                .orElseThrow();
    }

    private static Server serve(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("MACRO_EDGE_SOURCES", "none");
        Settings settings = Settings.of(all, note -> {})
                .withHome(PreparedHome.in(folder))
                .withCatalogue(Path.of("../catalogue"))
                .withPort(0)
                .withoutSample();
        return Server.start(settings, SampleHome.CLOCK, note -> {});
    }

    private static Server secured(String limit, String value) {
        return serve(Map.of("MACRO_EDGE_ACCESS", "keys", limit, value));
    }

    private static HttpResponse<String> get(Server server, String path, String key) throws Exception {
        return SampleHome.get(server, path, "Authorization", "Bearer " + key);
    }

    private interface Request {
        HttpResponse<String> send() throws Exception;
    }

    /// What is left after each answer, until the first refusal, whose answer is the last.
    private static List<HttpResponse<String>> untilRefused(Request request) throws Exception {
        List<HttpResponse<String>> answers = new ArrayList<>();
        do {
            answers.add(request.send());
        } while (answers.getLast().statusCode() != 429);
        return answers;
    }

    private static Matcher left(HttpResponse<String> answer) {
        Matcher left = LEFT.matcher(answer.headers().firstValue("RateLimit").orElse("none"));
        assertThat(left.matches()).as(answer.headers().toString()).isTrue();
        return left;
    }

    private static void assertRefused(String message, String limit, HttpResponse<String> answer) {
        Matcher left = left(answer);
        assertThat(left.group(1)).isEqualTo(limit);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue(left.group(3));
        assertThat(Long.parseLong(left.group(3))).isBetween(1L, 60L);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(Json.mapper().readTree(answer.body()).path("type").asString())
                .isEqualTo("urn:macro-edge:problem:too-many-requests");
        DeclaredMessages.assertSeen(
                message, Json.mapper().readTree(answer.body()).path("detail").asString());
    }

    @Test
    void eachKeyHasALimitOfItsOwnWhateverItAsksFor() throws Exception {
        try (Server server = secured("MACRO_EDGE_LIMIT_CALLERS", LOW)) {
            List<HttpResponse<String>> ready = untilRefused(() -> get(server, "/api/v1/regimes", viewer));
            assertThat(ready.size()).isGreaterThan(20);
            assertThat(ready.getFirst().headers().firstValue("RateLimit-Policy"))
                    .hasValue("\"callers\";q=20;w=240");
            assertThat(left(ready.getFirst()).group(2)).isEqualTo("19");
            assertRefused("LimitProblem.CALLER", "callers", ready.getLast());
            assertThat(get(server, "/api/v1/nothing", viewer).statusCode()).isEqualTo(429);
            assertThat(get(server, "/actuator/health", viewer).statusCode()).isEqualTo(200);
            HttpResponse<String> metrics = get(server, "/actuator/prometheus", viewer);
            assertThat(metrics.statusCode()).isEqualTo(200);
            assertThat(metrics.headers().firstValue("RateLimit")).isEmpty();

            HttpResponse<String> read = get(server, "/api/v1/instruments", analyst);
            assertThat(left(read).group(2)).isEqualTo("19");
            HttpResponse<String> change =
                    SampleHome.send(HttpRequest.newBuilder(server.address().resolve("/api/v1/imports/999999/undo"))
                            .header("Authorization", "Bearer " + analyst)
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build());
            assertThat(change.statusCode()).isEqualTo(404);
            assertThat(Integer.parseInt(left(change).group(2))).isBetween(14, 15);
        }
    }

    @Test
    void anAddressHasALimitForRequestsWithoutAKey() throws Exception {
        try (Server server = secured("MACRO_EDGE_LIMIT_STRANGERS", LOW)) {
            HttpResponse<String> unknown = SampleHome.get(server, "/api/v1/instruments");
            assertThat(unknown.statusCode()).isEqualTo(401);
            assertThat(left(unknown).group(2)).isEqualTo("19");
            List<HttpResponse<String>> page = untilRefused(() -> SampleHome.get(server, "/"));
            assertRefused("LimitProblem.STRANGER", "strangers", page.getLast());
            assertThat(SampleHome.get(server, "/actuator/prometheus").statusCode())
                    .isEqualTo(429);
            assertThat(SampleHome.get(server, "/api/v1/instruments").statusCode())
                    .isEqualTo(429);

            assertThat(get(server, "/api/v1/instruments", viewer).statusCode()).isEqualTo(200);
            for (String health : List.of("/actuator/health", "/actuator/health/readiness")) {
                HttpResponse<String> answer = SampleHome.get(server, health);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("RateLimit")).isEmpty();
            }
        }
    }

    @Test
    void anAddressHasALimitForKeysThatAreNotAcceptedWhichKeepsNoOtherKeyOut() throws Exception {
        try (Server server = secured("MACRO_EDGE_LIMIT_FAILURES", LOW)) {
            List<HttpResponse<String>> wrong = untilRefused(() -> get(server, "/api/v1/instruments", "x" + viewer));
            assertThat(wrong.getFirst().statusCode()).isEqualTo(401);
            assertRefused("LimitProblem.FAILURES", "failures", wrong.getLast());
            assertThat(wrong.getLast().headers().firstValue("WWW-Authenticate")).isEmpty();

            assertThat(get(server, "/api/v1/instruments", viewer).statusCode()).isEqualTo(200);
            assertThat(SampleHome.get(server, "/").statusCode()).isNotEqualTo(429);
        }
    }

    @Test
    void behindAProxyEachAddressHasItsOwnLimit() throws Exception {
        try (Server server = serve(Map.of(
                "MACRO_EDGE_ACCESS", "keys", "MACRO_EDGE_LIMIT_STRANGERS", LOW, "MACRO_EDGE_PROXIES", "127.0.0.1"))) {
            String[] first = {"X-Forwarded-For", "192.0.2.9, 198.51.100.1"};
            untilRefused(() -> SampleHome.get(server, "/openapi.json", first));

            assertThat(SampleHome.get(server, "/openapi.json", "X-Forwarded-For", "198.51.100.2")
                            .statusCode())
                    .isEqualTo(200);
            String[] forged = {"X-Forwarded-For", "192.0.2.10, 198.51.100.1"};
            assertThat(SampleHome.get(server, "/openapi.json", forged).statusCode())
                    .isEqualTo(429);
        }
    }

    @Test
    void inLocalModeNothingIsLimitedUnlessAVariableSaysSo() throws Exception {
        try (Server server = serve(Map.of())) {
            assertThat(SampleHome.get(server, "/api/v1/instruments").headers().firstValue("RateLimit"))
                    .isEmpty();
        }
        try (Server server = serve(Map.of("MACRO_EDGE_LIMIT_CALLERS", LOW))) {
            assertRefused(
                    "LimitProblem.CALLER",
                    "callers",
                    untilRefused(() -> SampleHome.get(server, "/api/v1/regimes"))
                            .getLast());
            assertThat(SampleHome.get(server, "/actuator/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aCallerHasSoManyStreamsAndAnotherOneWhenOneEnds() throws Exception {
        try (Server server = serve(Map.of("MACRO_EDGE_LIMIT_STREAMS", "2/100"));
                HttpClient stays = HttpClient.newHttpClient()) {
            HttpClient leaves = HttpClient.newHttpClient();
            assertThat(stream(server, stays)).isEqualTo(200);
            assertThat(stream(server, leaves)).isEqualTo(200);
            assertThat(stream(server, stays)).isEqualTo(429);
            leaves.shutdownNow();
            leaves.close();
            while (stream(server, stays) != 200) { // the server notices that a client has left when it writes
                SampleHome.undo(
                        server,
                        SampleHome.postPayrollsOfJanuary2022(server, false).body());
            }
            stays.shutdownNow();
        }
    }

    private static int stream(Server server, HttpClient client) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(server.address().resolve("/api/v1/stream"))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream())
                .statusCode();
    }

    @Test
    void theUsualLimitsOfASecuredServerStandInItsAnswers() throws Exception {
        try (Server server = serve(Map.of("MACRO_EDGE_ACCESS", "keys"))) {
            assertThat(get(server, "/api/v1/regimes", viewer).headers().firstValue("RateLimit-Policy"))
                    .hasValue("\"callers\";q=500;w=10");
            assertThat(SampleHome.get(server, "/").headers().firstValue("RateLimit-Policy"))
                    .hasValue("\"strangers\";q=200;w=20");
            assertThat(get(server, "/api/v1/regimes", "x").headers().firstValue("RateLimit-Policy"))
                    .hasValue("\"failures\";q=20;w=120");
        }
        try (Server server = secured("MACRO_EDGE_LIMIT_CALLERS", HIGH)) {
            assertThat(get(server, "/api/v1/regimes", viewer).headers().firstValue("RateLimit-Policy"))
                    .hasValue("\"callers\";q=9999999;w=60");
        }
    }
}
