package org.macroedge.server.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// A real Keycloak on loopback, which the profile `system` unpacks. It keeps nothing, and realms are made while it
/// runs, since the address of the board that signs in there is known only by then.
public final class Keycloak implements AutoCloseable {

    private static final Path FOLDER = Path.of("target", "keycloak");
    private static final Path LOG = FOLDER.resolve("keycloak.log");
    private static final String ADMIN = "root";

    /// It is ready within a minute on an idle machine.
    private static final Duration START = Duration.ofMinutes(5);

    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final Process process;
    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();

    private Keycloak(Process process, int port) {
        this.process = process;
        this.address = URI.create("http://localhost:" + port);
    }

    public static Keycloak start() throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path script = script();
        ProcessBuilder program = new ProcessBuilder(
                        script.toString(), "start-dev", "--db=dev-mem", "--http-host=127.0.0.1", "--http-port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile());
        program.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx400m",
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        ADMIN));
        Keycloak started = new Keycloak(program.start(), port);
        started.awaitStart();
        return started;
    }

    private static Path script() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            Path script = folders.map(folder -> folder.resolve("bin/kc.sh"))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("Keycloak, which the profile system unpacks into " + FOLDER));
            return script.toAbsolutePath();
        }
    }

    private void awaitStart() throws InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (!answers()) {
            boolean ended = process.waitFor(200, TimeUnit.MILLISECONDS);
            if (ended || System.nanoTime() > end) {
                close();
                throw new AssertionError("Keycloak did not start; its output is in " + LOG);
            }
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return send(request("/realms/master")).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /// Makes a realm with the roles viewer, analyst and admin, a user of each and one without a role.
    ///
    /// @param seconds after which an access token expires
    /// @param board the origin of the page that signs in
    /// @return the issuer
    public URI create(String realm, int seconds, URI board) throws IOException, InterruptedException {
        String text = template()
                .replace("{realm}", realm)
                .replace("{seconds}", String.valueOf(seconds))
                .replace("{board}", board.toString());
        admin("POST", "/admin/realms", text);
        return address.resolve("/realms/" + realm);
    }

    private static String template() throws IOException {
        try (InputStream file = Keycloak.class.getResourceAsStream("realm.json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// An access token of a user of a realm, for a program.
    ///
    /// @param clientId `tests`, or `other`, whose tokens are not for macro-edge
    public String token(String realm, String clientId, String user) throws IOException, InterruptedException {
        return token(realm, Map.of("client_id", clientId, "username", user, "password", password(user)));
    }

    /// The password of a user.
    public static String password(String user) {
        return user + "'s password";
    }

    private String token(String realm, Map<String, String> fields) throws IOException, InterruptedException {
        String body = Stream.concat(Stream.of(Map.entry("grant_type", "password")), fields.entrySet().stream())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = send(request("/realms/" + realm + "/protocol/openid-connect/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body()).path("access_token").asString();
    }

    /// Makes a realm sign with a new key from now on.
    public void rotate(String realm) throws IOException, InterruptedException {
        String id = Json.mapper()
                .readTree(admin("GET", "/admin/realms/" + realm, ""))
                .path("id")
                .asString();
        admin(
                "POST",
                "/admin/realms/" + realm + "/components",
                Json.text(Map.of(
                        "name",
                        "next",
                        "providerId",
                        "rsa-generated",
                        "providerType",
                        "org.keycloak.keys.KeyProvider",
                        "parentId",
                        id,
                        "config",
                        Map.of("priority", List.of("200"), "algorithm", List.of("RS256")))));
    }

    /// Ends every session of a user.
    public void end(String realm, String user) throws IOException, InterruptedException {
        JsonNode found = Json.mapper()
                .readTree(admin("GET", "/admin/realms/" + realm + "/users?exact=true&username=" + user, ""));
        admin(
                "POST",
                "/admin/realms/" + realm + "/users/" + found.path(0).path("id").asString() + "/logout",
                "");
    }

    private String admin(String method, String path, String body) throws IOException, InterruptedException {
        String token = token("master", Map.of("client_id", "admin-cli", "username", ADMIN, "password", ADMIN));
        HttpResponse<String> answer = send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode())
                .as("%s %s: %s", method, path, answer.body())
                .isBetween(200, 299);
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(ANSWER);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /// Stops the script and the server that it runs, by their process ids.
    @Override
    public void close() throws InterruptedException {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
            all.forEach(ProcessHandle::destroyForcibly);
        }
        client.close();
    }
}
