package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.access.tokens.Keycloak;
import org.macroedge.server.app.Server;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.PreparedHome;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.platform.time.SettableClock;
import tools.jackson.databind.JsonNode;

/// Tokens of a real Keycloak at a real server.
@Tag("system")
@Timeout(600)
class KeycloakTest {

    private static final URI NO_BOARD = URI.create("http://127.0.0.1:1");

    /// Longer than two minutes, so that a token that has expired is not one that has just been made.
    private static final Duration LIFE = Duration.ofMinutes(5);

    @TempDir
    static Path folder;

    private static Keycloak keycloak;
    private static Server server;
    private static SettableClock clock;

    @BeforeAll
    static void start() throws Exception {
        keycloak = Keycloak.start();
        URI issuer = keycloak.create("desk", (int) LIFE.toSeconds(), NO_BOARD);
        keycloak.create("neighbours", (int) LIFE.toSeconds(), NO_BOARD);
        clock = new SettableClock(Instant.now().toString());
        Settings settings = Settings.of(
                        Map.of(
                                "MACRO_EDGE_SOURCES",
                                "none",
                                "MACRO_EDGE_ACCESS",
                                "oidc",
                                "MACRO_EDGE_OIDC_ISSUER",
                                issuer.toString(),
                                "MACRO_EDGE_OIDC_AUDIENCE",
                                "macro-edge",
                                "MACRO_EDGE_OIDC_ROLES",
                                "realm_access.roles"),
                        note -> {})
                .withHome(PreparedHome.in(folder))
                .withCatalogue(Path.of("../catalogue"))
                .withPort(0)
                .withoutSample();
        server = Server.start(settings, clock, note -> {});
    }

    @AfterAll
    static void stop() throws Exception {
        try {
            server.close();
        } finally {
            keycloak.close();
        }
    }

    private static HttpResponse<String> ask(String token) throws Exception {
        return SampleHome.get(server, "/api/v1/caller", "Authorization", "Bearer " + token);
    }

    private static void assertRefused(String message, int status, String token) throws Exception {
        HttpResponse<String> answer = ask(token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        DeclaredMessages.assertSeen(
                message, Json.mapper().readTree(answer.body()).path("detail").asString(""));
    }

    @ParameterizedTest
    @CsvSource({"vera, viewer", "anna, analyst", "adam, admin"})
    void aTokenGivesTheHighestOfOurRolesThatItsHolderHas(String user, String role) throws Exception {
        clock.set(Instant.now());

        HttpResponse<String> answer = ask(keycloak.token("desk", "tests", user));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode caller = Json.mapper().readTree(answer.body());
        assertThat(caller.path("role").asString()).isEqualTo(role);
        assertThat(caller.path("kind").asString()).isEqualTo("token");
        assertThat(caller.path("name").asString()).startsWith(user + " (");
    }

    @Test
    void aTokenThatIsNotForThisServerIsRefused() throws Exception {
        clock.set(Instant.now());

        assertRefused("TokenProblem.OTHER_AUDIENCE", 401, keycloak.token("desk", "other", "adam"));
        assertRefused("TokenProblem.SIGNATURE", 401, keycloak.token("neighbours", "tests", "adam"));
        assertRefused("TokenProblem.NO_ROLE", 403, keycloak.token("desk", "tests", "nora"));
    }

    @Test
    void aTokenOfAKeyThatCameSinceIsAcceptedAndThoseBeforeItToo() throws Exception {
        clock.set(Instant.now());
        String before = keycloak.token("desk", "tests", "anna");
        assertThat(ask(before).statusCode()).isEqualTo(200);

        keycloak.rotate("desk");

        String after = keycloak.token("desk", "tests", "anna");
        assertThat(key(after)).isNotEqualTo(key(before));
        assertThat(ask(after).statusCode()).isEqualTo(200);
        assertThat(ask(before).statusCode()).isEqualTo(200);
    }

    /// The name of the key that signed a token.
    private static String key(String token) {
        byte[] header = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
        return Json.mapper().readTree(header).path("kid").asString();
    }

    @Test
    void aTokenIsRefusedOnceItHasExpired() throws Exception {
        clock.set(Instant.now());
        String token = keycloak.token("desk", "tests", "vera");
        assertThat(ask(token).statusCode()).isEqualTo(200);

        clock.step(LIFE.plusMinutes(2));

        assertRefused("TokenProblem.EXPIRED", 401, token);
    }
}
