package org.macroedge.server.extremes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.access.tokens.LightIssuer;
import org.macroedge.server.audit.view.AuditItem;
import org.macroedge.server.audit.view.AuditPage;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.platform.home.ServerFile;
import org.macroedge.server.platform.json.Json;

/// What every operation that the description of the API lists leaves in the audit log, in secured mode: a new operation
/// is tried without anyone having to remember.
class AuditedOperationsTest {

    private static final String CANARY = "canary7f3a91c4d2e8b6";

    @TempDir
    static Path folder;

    private static final Map<String, String> TEXTS = new HashMap<>();
    private static SmallServer server;
    private static LightIssuer issuer;
    private static List<Operation> operations;

    @BeforeAll
    static void start() throws Exception {
        for (String role : List.of("viewer", "analyst", "admin", "revoked")) {
            TEXTS.put(role.toUpperCase(Locale.ROOT), create(role));
        }
        SmallKeys.run(folder, SmallServer.CLOCK, "keys", "revoke", TEXTS.get("REVOKED"));
        issuer = new LightIssuer(SmallServer.CLOCK);
        TEXTS.put("TOKEN", issuer.token(Map.of("roles", "analyst"), "issuer"));
        server = SmallServer.start(
                folder,
                SmallKeys.secured(Map.of(
                        "MACRO_EDGE_ACCESS",
                        "oidc",
                        "MACRO_EDGE_OIDC_ISSUER",
                        issuer.address().toString(),
                        "MACRO_EDGE_OIDC_AUDIENCE",
                        LightIssuer.AUDIENCE)),
                TEXTS.get("ANALYST"));
        TEXTS.put(
                "SECRET",
                ServerFile.read(new HomeDirectory(folder)).orElseThrow().secret());
        operations = Operation.of(server.description());
    }

    @AfterAll
    static void stop() {
        issuer.close();
        server.close();
    }

    private static String create(String name) {
        String role = name.equals("revoked") ? "admin" : name;
        return SmallKeys.run(folder, SmallServer.CLOCK, "keys", "create", name, "--role", role)
                .lines()
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<String> send(String caller, HttpRequest.Builder request) throws Exception {
        if (!caller.equals("none")) {
            request.header("Authorization", "Bearer " + TEXTS.get(caller));
        }
        request.header("X-Forwarded-For", "203.0.113.7").header("Forwarded", "for=203.0.113.7"); // anybody may say so
        return server.client().send(request.build(), BodyHandlers.ofString());
    }

    private static List<AuditItem> rows() throws Exception {
        HttpResponse<String> answer = send("ADMIN", HttpRequest.newBuilder(server.address("/api/v1/audit?limit=1000")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readValue(answer.body(), AuditPage.class).items();
    }

    private static List<AuditItem> rowsAfter(long number) throws Exception {
        return rows().stream().filter(row -> row.number() > number).toList();
    }

    private static long latest() throws Exception {
        return rows().getFirst().number();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "none | |",
                "REVOKED | |",
                "VIEWER | key | viewer (key ID)",
                "ANALYST | key | analyst (key ID)",
                "ADMIN | key | admin (key ID)",
                "TOKEN | token | anna (u1)",
                "SECRET | local | local"
            })
    void everyOperationThatIsNoReadLeavesExactlyOneRow(String caller, String kind, String name) throws Exception {
        String principal = name == null ? null : name.replace("ID", id(caller));
        Map<String, String> wrong = new TreeMap<>();
        for (Operation operation : operations) {
            if (operation.method().equals("GET")) {
                continue;
            }
            long before = latest();
            HttpResponse<String> answer =
                    send(caller, ApiRequest.valid(operation).build(server));
            AuditItem expected = row(operation, answer, kind, principal);
            List<String> seen = rowsAfter(before).stream()
                    .map(row -> identity(row).toString())
                    .toList();
            if (!seen.equals(List.of(identity(expected).toString()))) {
                wrong.put(operation.method() + " " + operation.path(), seen + " in place of " + identity(expected));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String id(String caller) {
        return String.valueOf(TEXTS.get(caller)).replaceFirst("^me_([0-9a-f]{8})_.*", "$1");
    }

    private static AuditItem row(Operation operation, HttpResponse<String> answer, String kind, String principal) {
        int status = answer.statusCode();
        return new AuditItem(
                0,
                SmallServer.CLOCK.instant().truncatedTo(ChronoUnit.SECONDS),
                kind,
                principal,
                "127.0.0.1",
                operation.described().path("operationId").asString(),
                List.of(),
                status < 400 ? "done" : status < 500 ? "refused" : "failed",
                status,
                answer.headers().firstValue("X-Request-Id").orElseThrow(),
                0);
    }

    /// Without what differs from request to request.
    private static AuditItem identity(AuditItem row) {
        return new AuditItem(
                0,
                row.recordedAt().truncatedTo(ChronoUnit.SECONDS),
                row.kind(),
                row.principal(),
                row.address(),
                row.operation(),
                List.of(),
                row.outcome(),
                row.status(),
                row.requestId(),
                row.leftOut());
    }

    @Test
    void noReadLeavesARow() throws Exception {
        long before = latest();
        for (Operation operation : operations) {
            if (operation.method().equals("GET")) {
                send("ADMIN", ApiRequest.valid(operation).build(server));
                send("none", ApiRequest.valid(operation).build(server));
            }
        }
        for (String method : List.of("HEAD", "OPTIONS", "PUT", "PATCH")) {
            send(
                    "ADMIN",
                    HttpRequest.newBuilder(server.address("/api/v1/keys"))
                            .method(method, HttpRequest.BodyPublishers.noBody()));
        }
        assertThat(rowsAfter(before)).isEmpty();
    }

    @Test
    void whatIsMadeAndWhatIsNamedStandInTheRow() throws Exception {
        long before = latest();
        HttpResponse<String> created = send("ADMIN", post("/api/v1/keys", "{\"name\":\"x\",\"role\":\"viewer\"}"));
        String id =
                Json.mapper().readTree(created.body()).path("item").path("id").asString();
        send(
                "ADMIN",
                HttpRequest.newBuilder(server.address("/api/v1/keys/" + id)).DELETE());
        send(
                "ADMIN",
                HttpRequest.newBuilder(server.address("/api/v1/keys/" + id)).DELETE());
        send("ADMIN", post("/api/v1/jobs/bias_engine/pause", ""));
        send("ADMIN", post("/api/v1/jobs/bias_engine/resume", ""));

        assertThat(rowsAfter(before).reversed())
                .extracting(row -> row.operation() + " " + row.targets() + " " + row.status())
                .containsExactly(
                        "apiKeysCreate [" + id + "] 200",
                        "apiKeysRevoke [" + id + "] 200",
                        "apiKeysRevoke [" + id + "] 409",
                        "jobsPause [bias_engine] 200",
                        "jobsResume [bias_engine] 200");
    }

    private static HttpRequest.Builder post(String path, String body) {
        return HttpRequest.newBuilder(server.address(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    @Test
    void noSecretIsInTheLogWhereverACallerPutsIt() throws Exception {
        long before = latest();
        String key = TEXTS.get("ADMIN");
        List<HttpRequest.Builder> requests = List.of(
                HttpRequest.newBuilder(server.address("/api/v1/keys/" + key)).DELETE(),
                HttpRequest.newBuilder(server.address("/api/v1/imports/running/" + key))
                        .DELETE(),
                post("/api/v1/jobs/" + CANARY + "/run", ""),
                post("/api/v1/jobs/" + CANARY + "/pause?key=" + CANARY, ""),
                post("/api/v1/alerts/channels/" + CANARY + "/test", ""),
                post("/api/v1/keys", "{\"name\":\"" + CANARY + "\",\"role\":\"viewer\"}"),
                post("/api/v1/keys", "{\"" + CANARY + "\":\"" + CANARY + "\"}"),
                post("/api/v1/releases", "{}").header("Idempotency-Key", CANARY),
                post("/api/v1/sources/ingest", "").header("X-Api-Key", CANARY),
                post("/api/v1/weight-sets/" + CANARY + "/versions", "{\"yaml\":\"{}\",\"reason\":\"" + CANARY + "\"}"),
                post("/api/v1/weight-sets/" + CANARY + "/versions/1/publish", "{\"reason\":\"" + CANARY + "\"}"),
                post("/api/v1/weight-sets/" + CANARY + "/rollback", "{\"reason\":\"" + CANARY + "\"}"),
                post("/api/v1/releases/" + CANARY + "/statements", "{\"reason\":\"" + CANARY + "\"}"));
        for (HttpRequest.Builder request : requests) {
            send("ADMIN", request.copy());
            send("VIEWER", request.copy());
        }
        List<AuditItem> rows = rowsAfter(before);
        assertThat(rows).hasSize(2 * requests.size());
        assertThat(Json.text(new AuditPage(rows, null))).doesNotContain(CANARY, key.substring(12));
    }

    @Test
    void thePathsOfThisTestNameEveryVariable() {
        Set<String> tried = Set.of("keyId", "label", "job", "release", "channel", "weightSet");
        assertThat(operations)
                .filteredOn(operation -> !operation.method().equals("GET"))
                .flatMap(Operation::parameters)
                .filteredOn(field -> field.place().equals("path"))
                .extracting(Field::name)
                .filteredOn(name -> !List.of("batch", "version").contains(name)) // numbers
                .isSubsetOf(tried);
    }
}
