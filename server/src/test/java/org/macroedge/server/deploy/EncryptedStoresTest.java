package org.macroedge.server.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.EmbeddedDatabase;
import org.macroedge.server.platform.database.PreparedHome;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.ready.RedisProcess;
import tools.jackson.databind.JsonNode;

/// Database and Redis by TLS, as in a private subnet of a cloud: a certificate that nobody vouches for is refused.
@Tag("system")
@Timeout(240)
class EncryptedStoresTest {

    private static final String TRUST = "javax.net.ssl.trustStore";

    private final Path folder;

    EncryptedStoresTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Server serve(String database, String redis) {
        Map<String, String> variables = Map.of(
                "MACRO_EDGE_DATABASE_URL",
                database,
                "MACRO_EDGE_REDIS_URL",
                redis,
                "MACRO_EDGE_SOURCES",
                "none",
                "MACRO_EDGE_ROLE",
                "api");
        Settings settings = Settings.of(variables, note -> {})
                .withHome(folder.resolve("server"))
                .withCatalogue(Path.of("../catalogue"))
                .withPort(0);
        return Server.start(settings, Clock.systemUTC(), note -> {});
    }

    /// The address of a database that takes TLS, as its owner.
    private static String encrypt(EmbeddedDatabase database, HostCertificate host) {
        String address =
                database.jdbcUrl() + "?user=" + database.username() + "&password=" + database.password() + "&sslmode=";
        try (Database admin = Database.at(address + "disable")) {
            admin.jdbc()
                    .sql("ALTER SYSTEM SET ssl_cert_file = '" + host.certificate() + "'")
                    .update();
            admin.jdbc()
                    .sql("ALTER SYSTEM SET ssl_key_file = '" + host.key() + "'")
                    .update();
            admin.jdbc().sql("ALTER SYSTEM SET ssl = on").update();
            admin.jdbc().sql("SELECT pg_reload_conf()").query(Boolean.class).single();
        }
        return address;
    }

    private static String part(Server server, String name) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(server.address().resolve("/actuator/health/readiness"))
                    .build();
            JsonNode health = Json.mapper()
                    .readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
            return health.path("components").path(name).path("status").asString();
        }
    }

    private static void await(Server server, String name, String status) throws Exception {
        while (!part(server, name).equals(status)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    @Test
    void aServerSpeaksWithDatabaseAndRedisByTlsAlone() throws Exception {
        HostCertificate host = HostCertificate.in(Files.createDirectory(folder.resolve("host")));
        HomeDirectory home = new HomeDirectory(PreparedHome.in(folder.resolve("database")));
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home);
                RedisProcess redis = RedisProcess.encrypted(host.certificate(), host.key())) {
            String address = encrypt(database, host);
            assertRefused(address, foreign(), "no authority that is trusted vouches for its certificate");
            assertRefused(address.replace("127.0.0.1", "localhost"), host, "its certificate is for another host");
            try (Server server = serve(address + "verify-full&sslrootcert=" + host.certificate(), redis.address())) {
                assertThat(part(server, "database")).isEqualTo("UP");
                assertEverySessionIsEncrypted(address);
                await(server, "redis", "SLOWER");
                System.setProperty(TRUST, host.trust().toString());
                await(server, "redis", "UP");
            } finally {
                System.clearProperty(TRUST);
            }
        }
    }

    private HostCertificate foreign() throws Exception {
        return HostCertificate.in(Files.createDirectory(folder.resolve("other")));
    }

    private static void assertRefused(String address, HostCertificate trusted, String reason) {
        assertThatThrownBy(() -> Database.at(address + "verify-full&sslrootcert=" + trusted.certificate()))
                .isInstanceOf(MacroEdgeException.class)
                .hasMessageContaining("the database does not answer: " + reason + ". ");
    }

    /// But for the one that asks.
    private static void assertEverySessionIsEncrypted(String address) {
        try (Database admin = Database.at(address + "disable&ApplicationName=asks")) {
            String sessions =
                    "SELECT count(*) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE application_name <>"
                            + " 'asks' AND backend_type = 'client backend' AND ssl = ";
            assertThat(admin.jdbc().sql(sessions + "false").query(Integer.class).single())
                    .isZero();
            assertThat(admin.jdbc().sql(sessions + "true").query(Integer.class).single())
                    .isPositive();
        }
    }
}
