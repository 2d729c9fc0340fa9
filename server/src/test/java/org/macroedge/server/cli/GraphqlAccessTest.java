package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.json.Json;

/// Who may ask by GraphQL: those who may read by the API, under the same limits.
class GraphqlAccessTest {

    private static final String QUERY = "{\"query\":\"{ instruments { items { instrument } } }\"}";
    private static final String SCHEMA = "{\"query\":\"{ __schema { queryType { name } } }\"}";
    private static final Pattern LEFT = Pattern.compile("r=([0-9]+)");

    @TempDir
    Path folder;

    private Server serve(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.putIfAbsent("MACRO_EDGE_GRAPHQL", "on");
        return Server.start(new SampleHome(folder).settings(all).withoutSample(), SampleHome.CLOCK, note -> {});
    }

    private String key(String role) {
        SampleHome home = new SampleHome(folder);
        home.fill();
        CommandLineRunner.Ended ended = home.run("keys create " + role + " --role " + role);
        assertThat(ended.status()).as(ended.errors()).isZero();
        return ended.out().lines().findFirst().orElseThrow();
    }

    @Test
    void inSecuredModeAKeyOfAnyRoleIsNeededForTheSchemaToo() throws Exception {
        String key = "Bearer " + key("viewer");
        try (Server server = serve(Map.of("MACRO_EDGE_ACCESS", "keys"))) {
            GraphqlClient graphql = new GraphqlClient(server);

            for (String body : new String[] {QUERY, SCHEMA}) {
                HttpResponse<String> stranger = graphql.post(body);
                assertThat(stranger.statusCode()).isEqualTo(401);
                assertThat(stranger.headers().firstValue("WWW-Authenticate")).isPresent();
                assertThat(Json.mapper().readTree(stranger.body()).path("type").asString())
                        .isEqualTo("urn:macro-edge:problem:unauthorized");
                assertThat(graphql.post(body, "Authorization", key + "0").statusCode())
                        .isEqualTo(401);
                HttpResponse<String> known = graphql.post(body, "Authorization", key);
                assertThat(known.statusCode()).isEqualTo(200);
                assertThat(Json.mapper().readTree(known.body()).has("data")).isTrue();
            }
        }
    }

    @Test
    void aQueryCountsAsFiveRequestsOfItsCaller() throws Exception {
        String key = "Bearer " + key("viewer");
        try (Server server = serve(Map.of("MACRO_EDGE_ACCESS", "keys", "MACRO_EDGE_LIMIT_CALLERS", "5/12"))) {
            GraphqlClient graphql = new GraphqlClient(server);

            long first = left(graphql.post(QUERY, "Authorization", key));
            long second = left(graphql.post(QUERY, "Authorization", key));
            HttpResponse<String> third = graphql.post(QUERY, "Authorization", key);

            assertThat(first - second).isEqualTo(5);
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.headers().firstValue("Retry-After")).isPresent();
        }
    }

    private static long left(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Matcher left = LEFT.matcher(answer.headers().firstValue("RateLimit").orElse(""));
        assertThat(left.find()).isTrue();
        return Long.parseLong(left.group(1));
    }

    @Test
    void aForeignPageIsRefused() throws Exception {
        try (Server server = serve(Map.of())) {
            GraphqlClient graphql = new GraphqlClient(server);

            assertThat(graphql.post(QUERY, "Origin", "https://example.org").statusCode())
                    .isEqualTo(403);
            assertThat(graphql.post(QUERY, "Sec-Fetch-Site", "cross-site").statusCode())
                    .isEqualTo(403);
            assertThat(graphql.post(QUERY).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whereItIsNotSwitchedOnItsAddressDoesNotExist() throws Exception {
        try (Server server = serve(Map.of("MACRO_EDGE_GRAPHQL", "off"))) {
            HttpResponse<String> answer = new GraphqlClient(server).post(QUERY);

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(Json.mapper().readTree(answer.body()).path("type").asString())
                    .isEqualTo("urn:macro-edge:problem:not-found");
        }
    }
}
