package org.macroedge.server.extremes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.access.tokens.LightIssuer;
import org.macroedge.server.extremes.SmallServer.Answer;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.platform.home.ServerFile;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// Every operation that the description of the API lists, in secured mode, for callers of every kind: a new endpoint is
/// tried without anyone having to remember.
class SecuredOperationsTest {

    private static final Clock EARLIER = Clock.offset(SmallServer.CLOCK, Duration.ofDays(-10));
    private static final String PASSES = "passes";

    @TempDir
    static Path folder;

    private static SmallServer server;
    private static LightIssuer issuer;
    private static JsonNode description;
    private static List<Operation> operations;

    /// What stands for a caller in the tables.
    private static final Map<String, String> TEXTS = new HashMap<>();

    /// Asked for at the start: the scheduler of jobs waits for a clock that stands still, so that after a minute it is
    /// ill.
    private static final Map<String, Answer> HEALTH = new HashMap<>();

    @BeforeAll
    static void start() throws Exception {
        TEXTS.put("VIEWER", SmallKeys.create(folder, SmallServer.CLOCK, "viewer", 30));
        TEXTS.put("ANALYST", SmallKeys.create(folder, SmallServer.CLOCK, "analyst", 30));
        TEXTS.put("ADMIN", SmallKeys.create(folder, SmallServer.CLOCK, "admin", 30));
        TEXTS.put("EXPIRED", SmallKeys.create(folder, EARLIER, "admin", 10)); // it ends at this very instant
        TEXTS.put("REVOKED", SmallKeys.create(folder, SmallServer.CLOCK, "admin", 30));
        TEXTS.put("UNKNOWN", "me_00000000_" + "0".repeat(64));
        TEXTS.put("CUT", TEXTS.get("ADMIN").substring(0, 75));
        TEXTS.put("CHANGED", TEXTS.get("ADMIN").substring(0, 12) + "0".repeat(64));
        SmallKeys.run(folder, SmallServer.CLOCK, "keys", "revoke", TEXTS.get("REVOKED"));
        issuer = new LightIssuer(SmallServer.CLOCK);
        addTokens();
        server = SmallServer.start(
                folder,
                SmallKeys.secured(Map.of(
                        "MACRO_EDGE_ACCESS",
                        "oidc",
                        "MACRO_EDGE_OIDC_ISSUER",
                        issuer.address().toString(),
                        "MACRO_EDGE_OIDC_AUDIENCE",
                        LightIssuer.AUDIENCE,
                        "MACRO_EDGE_OIDC_CLIENT",
                        "board")),
                TEXTS.get("ANALYST"));
        TEXTS.put(
                "SECRET",
                ServerFile.read(new HomeDirectory(folder)).orElseThrow().secret());
        HEALTH.put("stranger", server.send(HttpRequest.newBuilder(server.address("/actuator/health"))));
        HEALTH.put("stranger's readiness", server.send(readiness()));
        HEALTH.put(
                "known", server.send(as("Bearer VIEWER", HttpRequest.newBuilder(server.address("/actuator/health")))));
        HEALTH.put("known readiness", server.send(as("Bearer VIEWER", readiness())));
        description = server.description();
        operations = Operation.of(description);
    }

    private static HttpRequest.Builder readiness() {
        return HttpRequest.newBuilder(server.address("/actuator/health/readiness"));
    }

    private static void addTokens() {
        for (String role : List.of("viewer", "analyst", "admin")) {
            addToken(role, Map.of("roles", role), "issuer");
        }
        addToken("expired", Map.of("roles", "admin", "exp", -61), "issuer");
        addToken("not_yet", Map.of("roles", "admin", "nbf", 120), "issuer");
        addToken("other_issuer", Map.of("roles", "admin", "iss", "https://login.example.org"), "issuer");
        addToken("other_audience", Map.of("roles", "admin", "aud", "other"), "issuer");
        addToken("other_key", Map.of("roles", "admin"), "stranger");
        addToken("unsigned", Map.of("roles", "admin"), "none");
        addToken("hs256", Map.of("roles", "admin"), "hs256");
        addToken("changed", Map.of("roles", "viewer"), "changed");
        addToken("no_role", Map.of("roles", "owner"), "issuer");
    }

    private static void addToken(String name, Map<String, Object> changes, String signedBy) {
        TEXTS.put("TOKEN_" + name.toUpperCase(Locale.ROOT), issuer.token(changes, signedBy));
    }

    @AfterAll
    static void stop() {
        issuer.close();
        server.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "callers.csv", delimiter = '|', numLinesToSkip = 1)
    void aCallerMayDoWhatItsRoleAllowsAndNothingElse(String authorization, String viewer, String analyst, String admin)
            throws Exception {
        Map<String, String> expected = Map.of("viewer", viewer, "analyst", analyst, "admin", admin);
        Map<String, String> wrong = new TreeMap<>();
        for (Operation operation : operations) {
            ApiRequest request = ApiRequest.valid(operation);
            String seen = seen(as(authorization, request.build(server)));
            String wanted = expected.get(role(operation));
            if (!seen.equals(wanted)) {
                wrong.put(request.toString(), seen + " in place of " + wanted);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static HttpRequest.Builder as(String authorization, HttpRequest.Builder request) {
        if (!authorization.equals("none")) {
            for (String header : authorization.split(", ")) {
                String text = header;
                for (Map.Entry<String, String> entry : TEXTS.entrySet()) {
                    text = text.replaceAll("\\b" + entry.getKey() + "$", entry.getValue());
                }
                request.header("Authorization", text);
            }
        }
        return request;
    }

    /// The problem of an answer that refuses a caller, else that it passes.
    private static String seen(HttpRequest.Builder request) throws Exception {
        Answer answer = server.send(request);
        if (answer.status() != 401 && answer.status() != 403) {
            return PASSES;
        }
        JsonNode problem = Json.mapper().readTree(answer.start());
        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(problem.path("status").asInt()).isEqualTo(answer.status());
        assertThat(problem.path("detail").asString("")).isNotBlank();
        return problem.path("type").asString("").replace("urn:macro-edge:problem:", "");
    }

    /// As the description says it.
    private static String role(Operation operation) {
        return operation.described().at("/security/0/bearer/0").asString();
    }

    @Test
    void theDescriptionStatesTheRoleOfEachOperationAndNoOtherWayIn() {
        Map<String, String> roles = new TreeMap<>();
        for (JsonNode path : description.path("paths")) {
            for (JsonNode operation : path) {
                assertThat(operation.path("security")).hasSize(1);
            }
        }
        operations.forEach(operation -> roles.put(operation.method() + " " + operation.path(), role(operation)));
        assertThat(roles.values()).containsOnly("viewer", "analyst", "admin");
        roles.forEach((operation, role) -> assertThat(role).as(operation).isEqualTo(expectedRole(operation)));
        assertThat(description.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
    }

    /// Keys, pauses and the audit log are for administrators; all other changes are for analysts.
    private static String expectedRole(String operation) {
        if (operation.matches("\\w+ /api/v1/(keys|audit).*|POST .*/(pause|resume)")) {
            return "admin";
        }
        return operation.startsWith("GET ") ? "viewer" : "analyst";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | / | 200",
                "GET | /instruments/EURUSD | 200",
                "GET | /openapi.json | 200",
                "GET | /actuator/health/liveness | 200",
                "GET | /sign-in | 200",
                "GET | /sign-in.json | 200",
                "POST | /sign-in.json | 405",
                "GET | /api | 401",
                "GET | /api/v1/nothing | 401",
                "GET | /api/v1/bias/summary | 401",
                "HEAD | /api/v1/bias/summary | 401",
                "OPTIONS | /api/v1/bias/summary | 401",
                "GET | /%61pi/v1/bias/summary | 401",
                "GET | /api/v1/bias/summary/ | 401",
                "GET | /api/v1/bias/summary?key=VIEWER | 401",
                "GET | /api/v1/stream | 401",
                "TRACE | /api/v1/bias/summary | 401",
                "POST | / | 405",
                "GET | /actuator/prometheus | 401",
                "GET | /%61ctuator/prometheus | 401",
                "HEAD | /actuator/prometheus/ | 401",
                "GET | /actuator | 404",
                "GET | /actuator/metrics | 404",
                "GET | /actuator/env | 404"
            })
    void withoutAKeyOnlyThePageItsDescriptionAndTheStateOfHealthAreAnswered(String method, String path, int status)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        server.address(path.replace("VIEWER", TEXTS.get("VIEWER"))))
                .method(method, HttpRequest.BodyPublishers.noBody());
        assertThat(server.send(request).status()).isEqualTo(status);
    }

    @Test
    void thePageLearnsWhereItsReaderSignsInAndMayAskNobodyElse() throws Exception {
        HttpRequest question =
                HttpRequest.newBuilder(server.address("/sign-in.json")).build();
        HttpResponse<String> answer = server.client().send(question, HttpResponse.BodyHandlers.ofString());

        assertThat(Json.mapper().readTree(answer.body()))
                .isEqualTo(Json.mapper()
                        .valueToTree(Map.of(
                                "access", "oidc", "issuer", issuer.address().toString(), "client", "board")));
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("; connect-src 'self' " + issuer.address() + "; object-src 'none';");
    }

    @ParameterizedTest
    @CsvSource({"VIEWER, key, viewer", "ADMIN, key, admin", "SECRET, local, admin", "TOKEN_ANALYST, token, analyst"})
    void aCallerLearnsHowItIsKnownAndWhatItMayDo(String text, String kind, String role) throws Exception {
        String caller = server.send(as("Bearer " + text, HttpRequest.newBuilder(server.address("/api/v1/caller"))))
                .start();

        assertThat(Json.mapper().readTree(caller).path("kind").asString()).isEqualTo(kind);
        assertThat(Json.mapper().readTree(caller).path("role").asString()).isEqualTo(role);
    }

    @Test
    void healthHasDetailsForKnownCallersOnly() {
        assertThat(HEALTH.get("stranger").status()).isEqualTo(200);
        assertThat(HEALTH.get("stranger").start())
                .isEqualTo("{\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}");
        assertThat(HEALTH.get("known").start()).contains("\"catalogue\"");
    }

    /// Those who restart a server have no key.
    @Test
    void readinessNamesItsPartsToEveryoneAndWhyOneFailsToKnownCallers() throws Exception {
        Answer stranger = HEALTH.get("stranger's readiness");
        assertThat(stranger.status()).isEqualTo(200);
        assertThat(Files.readString(Path.of("../docs/how-to/monitor.md")))
                .contains("```json\n" + stranger.start() + "\n```");
        assertThat(HEALTH.get("known readiness").start()).contains("\"no Redis is named\"");
        assertThat(server.send(HttpRequest.newBuilder(server.address("/actuator/health/liveness")))
                        .start())
                .isEqualTo("{\"components\":{\"livenessState\":{\"status\":\"UP\"}},\"status\":\"UP\"}");
        assertThat(server.send(HttpRequest.newBuilder(server.address("/actuator/health/readiness/database")))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/", "/instruments/EURUSD", "/openapi.json", "/actuator/health/liveness", "/sign-in.json"})
    void whatIsForEveryoneIsForThoseWhoseKeyIsNotAcceptedToo(String path) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address(path));
        String stranger = server.send(request.copy()).start();

        for (String authorization : List.of("Bearer REVOKED", "Bearer x", "Basic x", "Bearer TOKEN_OTHER_KEY")) {
            Answer answer = server.send(as(authorization, request.copy()));
            assertThat(answer.status()).as(authorization).isEqualTo(200);
            assertThat(answer.start()).as(authorization).isEqualTo(stranger);
        }
    }

    /// Headers that no operation takes do not keep a role from being asked for.
    @ParameterizedTest
    @CsvSource({"Content-Type,image/png", "Content-Type,", "Accept,image/png"})
    void whoMayNotDoSomethingIsRefusedWhateverItsHeadersSay(String header, String value) throws Exception {
        for (Operation operation : operations) {
            if (!role(operation).equals("viewer")) {
                HttpRequest.Builder request = HttpRequest.newBuilder(ApiRequest.valid(operation)
                                .build(server)
                                .build()
                                .uri())
                        .method(operation.method(), HttpRequest.BodyPublishers.ofString("x"));
                if (value != null) {
                    request.header(header, value);
                }
                assertThat(seen(as("Bearer VIEWER", request)))
                        .as(operation.path())
                        .isEqualTo("forbidden");
            }
        }
    }
}
