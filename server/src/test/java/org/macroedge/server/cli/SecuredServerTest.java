package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.access.tokens.LightIssuer;
import org.macroedge.server.app.Server;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.platform.time.SettableClock;
import tools.jackson.databind.JsonNode;

/// A server that asks who sends a request, seen by the commands of its user and by others.
class SecuredServerTest {

    private final SampleHome home;
    private final Path folder;

    SecuredServerTest(@TempDir Path folder) {
        this.folder = folder;
        this.home = new SampleHome(folder);
        home.fill();
    }

    private Server serve(Map<String, String> variables) {
        return serve(variables, SampleHome.CLOCK);
    }

    private Server serve(Map<String, String> variables, Clock clock) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("MACRO_EDGE_SOURCES", "none");
        Settings settings = Settings.of(all, note -> {})
                .withHome(folder)
                .withCatalogue(Path.of("../catalogue"))
                .withPort(0)
                .withoutSample();
        return Server.start(settings, clock, note -> {});
    }

    private Server secured() {
        return serve(Map.of("MACRO_EDGE_ACCESS", "keys"));
    }

    @Test
    void keysAreCreatedListedAndRevokedWithAServerAndWithout() throws Exception {
        String before = key("keys create before --role viewer --days 30");
        try (Server server = secured()) {
            String during = key("keys create during --role admin");
            assertThat(run("keys list"))
                    .containsPattern("during +admin +in-force +Wed 1 Feb 2023")
                    .containsPattern("before +viewer +in-force +Thu 3 Mar 2022 \\S+ +never");
            assertThat(status(server, "/api/v1/bias/summary", before)).isEqualTo(200);
            assertThat(status(server, "/api/v1/keys", before)).isEqualTo(403);
            assertThat(status(server, "/api/v1/keys", during)).isEqualTo(200);
            assertThat(run("keys list")).containsPattern("before +viewer +in-force .*Tue 1 Feb 2022");

            assertThat(run("keys revoke " + before)).contains("Key " + id(before) + " of before is revoked.");
            assertThat(status(server, "/api/v1/bias/summary", before)).isEqualTo(401);
            assertFails("keys revoke " + id(before), "KeyProblem.REVOKED_ALREADY");
            assertThat(createdBy(server, during)).isEqualTo("during (key " + id(during) + ")");
        }
        assertThat(run("keys list")).containsPattern("before +viewer +revoked");
        assertFails("keys revoke " + id(before), "KeyProblem.REVOKED_ALREADY");
        assertFails("keys create ?x --role viewer", "KeyProblem.NAME_FORM");
        assertFails("keys revoke 00000000", "KeyProblem.NO_SUCH_KEY");
        assertThat(home.run("keys create x --role owner").status()).isEqualTo(2);
        assertThat(home.run("keys create x --role viewer --days 3651").errors())
                .contains("Invalid value for days: \"3651\". Allowed values: 1 to 3650");
    }

    /// Over HTTP, the caller is noted as the creator.
    private static String createdBy(Server server, String key) throws Exception {
        HttpResponse<String> answer =
                SampleHome.send(HttpRequest.newBuilder(server.address().resolve("/api/v1/keys"))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"by key\",\"role\":\"viewer\"}"))
                        .build());
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonNode created = Json.mapper().readTree(answer.body());
        assertThat(status(server, "/api/v1/bias/summary", created.path("key").asString()))
                .isEqualTo(200);
        return created.path("item").path("createdBy").asString();
    }

    /// The web server itself sends what is at hand, and nobody else must get it.
    @Test
    void whatIsAtHandIsOnlyForCallersWhoseKeyIsInForce() throws Exception {
        String brief = key("keys create brief --role viewer --days 30");
        String lasting = key("keys create lasting --role viewer --days 365");
        SettableClock clock = new SettableClock("2022-02-01T08:30:00Z");
        try (Server server = serve(Map.of("MACRO_EDGE_ACCESS", "keys"), clock)) {
            for (String key : List.of(lasting, lasting, lasting, brief, brief, brief)) {
                assertThat(status(server, "/api/v1/bias/summary", key)).isEqualTo(200);
            }
            for (String key : List.of("x", brief.replace(id(brief), id(lasting)), brief + "0")) {
                assertThat(status(server, "/api/v1/bias/summary", key)).isEqualTo(401);
            }
            assertThat(SampleHome.get(server, "/api/v1/bias/summary").statusCode())
                    .isEqualTo(401);

            clock.set("2022-03-20T08:30:00Z");
            for (String key : List.of(lasting, lasting, lasting)) {
                assertThat(status(server, "/api/v1/bias/summary", key)).isEqualTo(200);
            }
            assertThat(status(server, "/api/v1/bias/summary", brief)).isEqualTo(401);

            run("keys revoke " + lasting);
            assertThat(status(server, "/api/v1/bias/summary", lasting)).isEqualTo(401);
        }
    }

    @Test
    void theCommandsOfItsUserNeedNoKeyAndNobodyElseCanReadTheirSecret() throws Exception {
        String alone = run("bias --format json");
        try (Server server = secured()) {
            assertThat(run("bias --format json")).isEqualTo(alone);
            assertThat(run("jobs pause bias_engine")).contains("paused");
            assertThat(doctor())
                    .contains("process " + ProcessHandle.current().pid())
                    .contains("in force");
            Path file = folder.resolve("server.json");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            String secret = Json.mapper()
                    .readTree(Files.readString(file))
                    .path("secret")
                    .asString();
            assertThat(status(server, "/api/v1/keys", secret)).isEqualTo(200);
            Files.writeString(file, Files.readString(file).replace(secret, "local_" + "0".repeat(64)));
            assertFails("bias", "KeyProblem.UNKNOWN_KEY");
        }
        assertThat(folder.resolve("server.json")).doesNotExist();
    }

    @Test
    void serverAndDoctorSayWhoMayAsk() {
        assertThat(doctor(new SampleHome(folder.resolve("new")))).contains("none yet; the first command");
        try (Server server = serve(Map.of())) {
            assertThat(server.access())
                    .isEqualTo("local: pages and programs of this machine may do everything, without a key;"
                            + " MACRO_EDGE_ACCESS=keys asks for one");
            assertThat(doctor()).contains("access local: pages and programs of this machine");
        }
        run("keys create first --role viewer");
        try (Server server = secured()) {
            assertThat(server.access())
                    .isEqualTo("keys: each request needs a key; 1 is in force, and `keys create` makes one");
            run("keys create second --role viewer");
            assertThat(doctor()).contains("keys: each request needs a key; 2 are in force");
            run("keys revoke " + key("keys create third --role viewer"));
            assertThat(server.access()).contains("; 2 are in force");
        }
        assertThat(doctor()).contains("access a server here would be local: ");
        Map<String, String> oidc = Map.of(
                "MACRO_EDGE_ACCESS", "oidc",
                "MACRO_EDGE_OIDC_ISSUER", "https://login.example.org/realms/desk",
                "MACRO_EDGE_OIDC_AUDIENCE", "macro-edge");
        try (Server server = serve(oidc)) {
            assertThat(server.access())
                    .startsWith("oidc: each request needs a token of https://login.example.org/realms/desk, or a key;");
        }
    }

    @Test
    @Timeout(60)
    void theStreamsOfAKeyEndWhenItIsRevokedAndNoOthers() throws Exception {
        String revoked = key("keys create revoked --role viewer");
        String kept = key("keys create kept --role viewer");
        try (Server server = secured();
                HttpClient client = HttpClient.newHttpClient();
                InputStream ending = stream(client, server, revoked);
                InputStream lasting = stream(client, server, kept)) {
            run("keys revoke " + revoked);

            assertThat(new String(ending.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("retry:");
            run("jobs pause bias_engine");
            run("jobs run rolling_stats");
            String text = "";
            while (!text.contains("event: job")) {
                int next = lasting.read();
                assertThat(next).as("the stream goes on").isNotNegative();
                text += (char) next;
            }
        }
    }

    @Test
    @Timeout(60)
    void theStreamOfATokenEndsWhenTheTokenDoes() throws Exception {
        SettableClock clock = new SettableClock("2022-02-01T08:30:00Z");
        try (LightIssuer issuer = new LightIssuer(clock);
                Server server = serve(
                        Map.of(
                                "MACRO_EDGE_ACCESS",
                                "oidc",
                                "MACRO_EDGE_OIDC_ISSUER",
                                issuer.address().toString(),
                                "MACRO_EDGE_OIDC_AUDIENCE",
                                LightIssuer.AUDIENCE),
                        clock);
                HttpClient client = HttpClient.newHttpClient();
                InputStream ending = stream(client, server, issuer.token(Map.of("exp", 300), "issuer"));
                InputStream lasting = stream(client, server, issuer.token(Map.of("exp", 3_000), "issuer"))) {
            clock.step(Duration.ofSeconds(360));

            assertThat(new String(ending.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("retry:");
            assertThat(lasting.read()).as("the other goes on").isNotNegative();
        }
    }

    private static InputStream stream(HttpClient client, Server server, String key) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(server.address().resolve("/api/v1/stream"))
                                .header("Authorization", "Bearer " + key)
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream())
                .body();
    }

    @Test
    void eachRefusalSaysWhatIsWrong() throws Exception {
        String viewer = key("keys create notebook --role viewer");
        try (Server server = secured()) {
            assertRefused("AccessProblem.NO_CREDENTIALS", "Bearer realm=\"macro-edge\"", get(server));
            assertRefused(
                    "AccessProblem.NOT_BEARER",
                    "Bearer realm=\"macro-edge\", error=\"invalid_token\"",
                    get(server, "Authorization", "Basic eDp5"));
            assertRefused(
                    "KeyProblem.UNKNOWN_KEY",
                    "Bearer realm=\"macro-edge\", error=\"invalid_token\"",
                    get(server, "Authorization", "Bearer " + viewer.substring(1)));
            HttpResponse<String> forbidden = get(server, "Authorization", "Bearer " + viewer);
            DeclaredMessages.assertSeen("AccessProblem.ROLE", detail(forbidden));
            assertThat(detail(forbidden))
                    .isEqualTo(
                            "notebook (key " + id(viewer) + ") has the role viewer; this operation needs admin. Ask an"
                                    + " administrator for that role");
            assertThat(forbidden.headers().firstValue("WWW-Authenticate")).isEmpty();
        }
    }

    private static HttpResponse<String> get(Server server, String... headers) throws Exception {
        return SampleHome.get(server, "/api/v1/keys", headers);
    }

    private static void assertRefused(String message, String challenge, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue(challenge);
        DeclaredMessages.assertSeen(message, detail(answer));
    }

    private static String detail(HttpResponse<String> answer) {
        return Json.mapper().readTree(answer.body()).path("detail").asString("");
    }

    @Test
    void anAssistantNeedsAKeyThatMayRead() throws Exception {
        String viewer = key("keys create assistant --role viewer");
        try (Server server = secured()) {
            assertThat(tools(server, "me_00000000_none").statusCode()).isEqualTo(401);
            HttpResponse<String> answer = tools(server, viewer);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"event_risk\"");
        }
    }

    private static HttpResponse<String> tools(Server server, String key) throws Exception {
        return SampleHome.send(HttpRequest.newBuilder(server.address().resolve("/mcp"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}"))
                .build());
    }

    @Test
    void aForeignPageIsRefusedInBothModes() throws Exception {
        String viewer = key("keys create page --role viewer");
        try (Server server = secured()) {
            String[] key = {
                "Authorization", "Bearer " + viewer, "Origin", server.address().toString()
            };
            assertThat(SampleHome.get(server, "/api/v1/instruments", key).statusCode())
                    .isEqualTo(200);
            key[3] = "https://" + server.address().getAuthority(); // a proxy in front encrypts
            assertThat(SampleHome.get(server, "/api/v1/instruments", key).statusCode())
                    .isEqualTo(200);
            key[3] = "https://evil.example";
            assertForeign("AccessProblem.FOREIGN_PAGE", SampleHome.get(server, "/api/v1/instruments", key));
            assertForeign(
                    "AccessProblem.FOREIGN_PAGE",
                    SampleHome.get(server, "/api/v1/instruments", "Sec-Fetch-Site", "cross-site"));
        }
        try (Server server = serve(Map.of())) {
            assertForeign(
                    "AccessProblem.FOREIGN",
                    SampleHome.get(server, "/api/v1/instruments", "Origin", "https://evil.example"));
        }
    }

    private static void assertForeign(String message, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        DeclaredMessages.assertSeen(message, detail(answer));
    }

    @Test
    void aServerThatAsksForKeysIsReachedAtEveryAddressAndByCommandsOfItsUser() throws Exception {
        String viewer = key("keys create remote --role viewer");
        try (Server server = serve(Map.of("MACRO_EDGE_ACCESS", "keys", "MACRO_EDGE_ADDRESS", "0.0.0.0"))) {
            URI other = URI.create("http://127.0.0.2:" + server.address().getPort() + "/api/v1/instruments");
            assertThat(SampleHome.send(HttpRequest.newBuilder(other).build()).statusCode())
                    .isEqualTo(401);
            assertThat(SampleHome.send(HttpRequest.newBuilder(other)
                                    .header("Authorization", "Bearer " + viewer)
                                    .build())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(server.address().getHost()).isEqualTo("127.0.0.1");
            assertThat(run("instruments")).contains("EURUSD");
        }
    }

    @Test
    void aServerListensOnlyAtAnAddressOfItsMachine() {
        assertThatThrownBy(() -> serve(Map.of("MACRO_EDGE_ACCESS", "keys", "MACRO_EDGE_ADDRESS", "192.0.2.1")))
                .hasMessage("MACRO_EDGE_ADDRESS=192.0.2.1 is not an address of this machine. Write one of this machine,"
                        + " or 0.0.0.0 for every IPv4 address that it has");
    }

    private String key(String command) {
        return run(command).lines().findFirst().orElseThrow();
    }

    private static String id(String key) {
        return key.substring(3, 11);
    }

    private static int status(Server server, String path, String key) throws IOException, InterruptedException {
        return SampleHome.get(server, path, "Authorization", "Bearer " + key).statusCode();
    }

    private void assertFails(String command, String message) {
        CommandLineRunner.Ended ended = home.run(command);
        assertThat(ended.status()).as(command).isIn(1, 2);
        DeclaredMessages.assertSeen(
                message, ended.errors().lines().findFirst().orElse("").replaceFirst("^macro-edge: ", ""));
    }

    /// On one line. Its status tells of the machine too.
    private String doctor() {
        return doctor(home);
    }

    private static String doctor(SampleHome home) {
        return home.run("doctor").out().replaceAll("\\s+", " ");
    }

    private String run(String command) {
        CommandLineRunner.Ended ended = home.run(command);
        assertThat(ended.status()).as(ended.errors()).isZero();
        return ended.out();
    }
}
