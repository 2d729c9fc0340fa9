package org.macroedge.server.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.platform.config.AccessSettings.Mode;
import org.macroedge.server.platform.config.LimitSettings.Streams;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.home.HomeDirectory;
import org.springframework.util.unit.DataSize;

class SettingsTest {

    private static final Settings DEFAULTS = new Settings(
            new HomeDirectory(Path.of(System.getProperty("user.home"), ".macro-edge")),
            Path.of("catalogue"),
            null,
            true,
            8080,
            DataSize.ofGigabytes(4));

    private final List<String> notes = new ArrayList<>();

    private Settings of(String... namesAndValues) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            variables.put(namesAndValues[index], namesAndValues[index + 1]);
        }
        return Settings.of(variables, notes::add);
    }

    @Test
    void withoutVariablesTheDefaultsHold() {
        assertThat(of("PATH", "/bin", "MACRO_EDGER", "1")).isEqualTo(DEFAULTS);
        assertThat(of("MACRO_EDGE_HOME", " ", "MACRO_EDGE_PORT", "", "MACRO_EDGE_SAMPLE", ""))
                .isEqualTo(DEFAULTS);
        assertThat(notes).isEmpty();
    }

    @Test
    void everyVariableOfTheServerIsReadIntoItsSetting() {
        assertThat(of("MACRO_EDGE_HOME", "/srv/home")).isEqualTo(DEFAULTS.withHome(Path.of("/srv/home")));
        assertThat(of("MACRO_EDGE_CATALOGUE", "/srv/catalogue"))
                .isEqualTo(DEFAULTS.withCatalogue(Path.of("/srv/catalogue")));
        assertThat(of("MACRO_EDGE_DATABASE_URL", "jdbc:postgresql://host/db").databaseUrl())
                .isEqualTo("jdbc:postgresql://host/db");
        assertThat(of("MACRO_EDGE_TIMESCALE", "auto")).isEqualTo(DEFAULTS);
        for (StoreProfile profile : StoreProfile.values()) {
            assertThat(of("MACRO_EDGE_TIMESCALE", profile.code()).timescale())
                    .isEqualTo(new TimescaleSettings(profile, false));
        }
        assertThat(of("MACRO_EDGE_TIMESCALE", "timescale-any-version").timescale())
                .isEqualTo(new TimescaleSettings(StoreProfile.TIMESCALE, true));
        assertThatThrownBy(() -> of("MACRO_EDGE_TIMESCALE", "community"))
                .hasMessage("MACRO_EDGE_TIMESCALE=community does not say what of TimescaleDB the store uses."
                        + " Allowed values: auto, none, apache, timescale");
        assertThat(of("MACRO_EDGE_REDIS_URL", "rediss://:secret@host:6380/1").redisUrl())
                .isEqualTo("rediss://:secret@host:6380/1");
        assertThat(of("MACRO_EDGE_SAMPLE", "none")).isEqualTo(DEFAULTS.withoutSample());
        assertThat(of("MACRO_EDGE_SAMPLE", "on")).isEqualTo(DEFAULTS);
        assertThat(of("MACRO_EDGE_PORT", "0")).isEqualTo(DEFAULTS.withPort(0));
        assertThat(of("MACRO_EDGE_PORT", "65535")).isEqualTo(DEFAULTS.withPort(65_535));
        assertThat(of("MACRO_EDGE_UPLOAD_LIMIT", "500MB").uploadLimit()).isEqualTo(DataSize.ofMegabytes(500));
        assertThat(of("MACRO_EDGE_ALERTS", "/srv/alerts.yaml").alerts()).isEqualTo(Path.of("/srv/alerts.yaml"));
        assertThat(of().alerts()).isNull();
        assertThat(of("MACRO_EDGE_EXPORTS", "/srv/exports.yaml").exports()).isEqualTo(Path.of("/srv/exports.yaml"));
        assertThat(of("MACRO_EDGE_EXPORTS", "/srv/exports.yaml").withPort(1).exports())
                .isEqualTo(Path.of("/srv/exports.yaml"));
        assertThat(of().exports()).isNull();
        assertThat(of("MACRO_EDGE_GRAPHQL", "on").graphql()).isTrue();
        assertThat(of("MACRO_EDGE_GRAPHQL", "off")).isEqualTo(DEFAULTS);
        assertThat(of().graphql()).isFalse();
        assertThat(of("MACRO_EDGE_AOT", "off", "MACRO_EDGE_API", "http://127.0.0.1:8080"))
                .isEqualTo(DEFAULTS);
        assertThat(of("MACRO_EDGE_CLIENT_KEY", "me_1f3a9c02_53f0")).isEqualTo(DEFAULTS);
    }

    @Test
    void eventsStayInTheLogOrGoToTheBrokerThatIsNamed(@TempDir Path folder) throws IOException {
        assertThat(of().events()).isEqualTo(new EventSettings(BrokerKind.NONE, "macro-edge", 100_000, null, Map.of()));
        assertThat(of("MACRO_EDGE_EVENTS", "none", "MACRO_EDGE_KAFKA", "").events())
                .isEqualTo(of().events());
        assertThat(of(
                                "MACRO_EDGE_EVENTS", "redis",
                                "MACRO_EDGE_REDIS_URL", "redis://host:6379",
                                "MACRO_EDGE_EVENTS_PREFIX", "desk.macro",
                                "MACRO_EDGE_EVENTS_LENGTH", "1000")
                        .withPort(1)
                        .events())
                .isEqualTo(new EventSettings(BrokerKind.REDIS, "desk.macro", 1_000, null, Map.of()));
        Path file = Files.writeString(folder.resolve("client.properties"), """
            # as for Kafka's own programs
            security.protocol=SASL_SSL
            sasl.jaas.config=org.example.Login required username="desk" password="canary-77d1";
            """);
        EventSettings kafka = of(
                        "MACRO_EDGE_EVENTS", "kafka",
                        "MACRO_EDGE_KAFKA", "a.example.org:9092, [::1]:9093",
                        "MACRO_EDGE_KAFKA_FILE", file.toString())
                .events();
        assertThat(kafka.broker()).isEqualTo(BrokerKind.KAFKA);
        assertThat(kafka.kafkaServers()).isEqualTo("a.example.org:9092,[::1]:9093");
        assertThat(kafka.kafkaClient())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsOnlyKeys("security.protocol", "sasl.jaas.config");
        assertThat(kafka.toString()).doesNotContain("canary").contains("sasl.jaas.config");
        assertThat(Secrets.masked("login canary-77d1 failed")).isEqualTo("login *** failed");
    }

    @Test
    void aBrokerThatCannotBeUsedStopsTheStart(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> of("MACRO_EDGE_EVENTS", "rabbit"))
                .hasMessage("MACRO_EDGE_EVENTS=rabbit does not say where events are sent."
                        + " Allowed values: none, redis, kafka");
        assertThatThrownBy(() -> of("MACRO_EDGE_EVENTS", "kafka"))
                .hasMessage("MACRO_EDGE_EVENTS=kafka needs MACRO_EDGE_KAFKA. Name the broker, or leave"
                        + " MACRO_EDGE_EVENTS out");
        assertThatThrownBy(() -> of("MACRO_EDGE_EVENTS", "redis", "MACRO_EDGE_KAFKA", "a:1"))
                .hasMessageStartingWith("MACRO_EDGE_EVENTS=redis needs MACRO_EDGE_REDIS_URL");
        for (String servers : List.of("a", "a:", ":9092", "a:9092,", "kafka://a:9092", "a:9092;b:9092", "a:999999")) {
            assertThatThrownBy(() -> of("MACRO_EDGE_KAFKA", servers))
                    .as(servers)
                    .hasMessageStartingWith("MACRO_EDGE_KAFKA is not a list of Kafka's servers");
        }
        for (String prefix : List.of("a:b", ".a", "a b", "a/b", "x".repeat(101))) {
            assertThatThrownBy(() -> of("MACRO_EDGE_EVENTS_PREFIX", prefix))
                    .as(prefix)
                    .hasMessageContaining("cannot begin the name of a topic");
        }
        for (String length : List.of("0", "999", "-1000", "1e6", "100000001", "01000")) {
            assertThatThrownBy(() -> of("MACRO_EDGE_EVENTS_LENGTH", length))
                    .as(length)
                    .hasMessageContaining("is not the length of a stream");
        }
        assertThatThrownBy(
                        () -> of("MACRO_EDGE_KAFKA_FILE", folder.resolve("none").toString()))
                .hasMessageContaining("cannot be read");
        Path file = Files.writeString(folder.resolve("client.properties"), "acks=0\n");
        assertThatThrownBy(() -> of("MACRO_EDGE_KAFKA_FILE", file.toString()))
                .hasMessageStartingWith("MACRO_EDGE_KAFKA_FILE: \"acks\" does not belong into the file");
    }

    @Test
    void aServerOfOneRoleNeedsTheDatabaseThatItSharesAndNeverLoadsTheSample() {
        assertThat(of().roles()).isEqualTo(ServerRole.all());
        assertThat(of("MACRO_EDGE_ROLE", "serve")).isEqualTo(DEFAULTS);
        Settings engine = of("MACRO_EDGE_ROLE", "bias-engine", "MACRO_EDGE_DATABASE_URL", "jdbc:postgresql://host/db");
        assertThat(engine.roles()).containsExactly(ServerRole.BIAS_ENGINE);
        assertThat(engine.sample()).isFalse();
        assertThatThrownBy(() -> of("MACRO_EDGE_ROLE", "engine"))
                .hasMessage("MACRO_EDGE_ROLE=engine is not a role. Write serve, api, ingestion or bias-engine");
        assertThatThrownBy(() -> of("MACRO_EDGE_ROLE", "api"))
                .hasMessageStartingWith("MACRO_EDGE_ROLE=api needs MACRO_EDGE_DATABASE_URL");
    }

    @Test
    void tracesAreSentToTheCollectorOfOurVariableOrOfTheStandards() {
        assertThat(of().traces()).isNull();
        assertThat(of("MACRO_EDGE_TRACE_SHARE", "0.25").traces()).isNull();
        assertThat(of("MACRO_EDGE_OTLP_URL", "http://127.0.0.1:4318").traces())
                .isEqualTo(new TraceSettings(URI.create("http://127.0.0.1:4318"), 1, Map.of()));
        TraceSettings traces = of(
                        "OTEL_EXPORTER_OTLP_ENDPOINT", "https://otlp.example.org/base/",
                        "OTEL_EXPORTER_OTLP_HEADERS", "Authorization=Basic%20canary+5512==, tenant=desk",
                        "MACRO_EDGE_TRACE_SHARE", "0.25")
                .traces();
        assertThat(traces)
                .isEqualTo(new TraceSettings(
                        URI.create("https://otlp.example.org/base/"),
                        0.25,
                        Map.of("Authorization", "Basic canary+5512==", "tenant", "desk")));
        assertThat(traces.target()).hasToString("https://otlp.example.org/base/v1/traces");
        assertThat(traces.toString()).doesNotContain("canary");
        assertThat(of("MACRO_EDGE_OTLP_URL", "http://a:1", "OTEL_EXPORTER_OTLP_ENDPOINT", "http://b:1")
                        .traces()
                        .address())
                .hasToString("http://a:1");
        for (String address : List.of("127.0.0.1:4318", "grpc://a:1", "http://", "http://u:canary@a", "http://a?k=1")) {
            assertThatThrownBy(() -> of("MACRO_EDGE_OTLP_URL", address))
                    .hasMessage("MACRO_EDGE_OTLP_URL is not the address of a collector of traces. Write it like"
                            + " http://127.0.0.1:4318, the address for OTLP over HTTP");
        }
        for (String share : List.of("10%", "-0.1", "1.1", "2", "NaN", "1e-1")) {
            assertThatThrownBy(() -> of("MACRO_EDGE_TRACE_SHARE", share))
                    .hasMessageStartingWith("MACRO_EDGE_TRACE_SHARE=" + share + " is not a share");
        }
    }

    @Test
    void aServerThatOthersCanReachNeedsToKnowWhoAsks() {
        assertThat(of().access())
                .isEqualTo(
                        new AccessSettings(Mode.LOCAL, InetAddress.ofLiteral("127.0.0.1"), null, LimitSettings.NONE));
        assertThat(of("MACRO_EDGE_ACCESS", "keys", "MACRO_EDGE_ADDRESS", "0.0.0.0")
                        .access())
                .isEqualTo(
                        new AccessSettings(Mode.KEYS, InetAddress.ofLiteral("0.0.0.0"), null, LimitSettings.SECURED));
        assertThat(of("MACRO_EDGE_ADDRESS", "::1", "MACRO_EDGE_ACCESS", "local")
                        .access()
                        .ownHost())
                .isEqualTo("[0:0:0:0:0:0:0:1]");
        for (String address : List.of("0.0.0.0", "::", "10.0.0.5", "169.254.1.1", "fe80::1", "::ffff:10.0.0.5")) {
            assertThatThrownBy(() -> of("MACRO_EDGE_ADDRESS", address))
                    .hasMessageMatching("MACRO_EDGE_ADDRESS=\\S+ lets other machines ask the server, and nothing would"
                            + " stop them. Set MACRO_EDGE_ACCESS to keys or oidc, or leave MACRO_EDGE_ADDRESS out");
        }
        for (String address : List.of("localhost", "127.0.0.1:8080", "example.org", "127.0.0.256", "::1%lo0x")) {
            assertRefused(
                    "MACRO_EDGE_ADDRESS=" + address
                            + " is not an IP address. Write it like 127.0.0.1, 0.0.0.0 for every"
                            + " IPv4 address of this machine, or :: for every address",
                    "MACRO_EDGE_ADDRESS",
                    address);
        }
        assertRefused(
                "MACRO_EDGE_ACCESS=none does not say who may ask a server. Allowed values: local, keys, oidc",
                "MACRO_EDGE_ACCESS",
                "none");
    }

    @Test
    void tokensAreAcceptedOfAnIssuerThatIsReachedEncryptedOrOnThisMachine() {
        String[] good = {
            "MACRO_EDGE_ACCESS", "oidc",
            "MACRO_EDGE_OIDC_ISSUER", "https://login.example.org/realms/desk",
            "MACRO_EDGE_OIDC_AUDIENCE", "macro-edge"
        };
        assertThat(of(good).access().oidc())
                .isEqualTo(new OidcSettings(
                        URI.create("https://login.example.org/realms/desk"), "macro-edge", "roles", null));
        for (String issuer : List.of(
                "",
                "login.example.org",
                "http://login.example.org",
                "https://a b",
                "https://x?y",
                "http://localhost.example.org/x",
                "http://127.0.0.1.example.org",
                "http://localhost:80@example.org")) {
            good[3] = issuer;
            assertThatThrownBy(() -> of(good))
                    .hasMessage("MACRO_EDGE_OIDC_ISSUER=" + issuer + " is not the address of an issuer. Write it as the"
                            + " issuer's discovery document does, with https, like"
                            + " https://login.example.org/realms/desk");
        }
        good[3] = "http://127.0.0.1:8180/realms/desk";
        assertThat(of(good).access().isSecured()).isTrue();
        String[] board = Arrays.copyOf(good, 8);
        board[6] = "MACRO_EDGE_OIDC_CLIENT";
        board[7] = "board";
        assertThat(of(board).access().oidc())
                .extracting(OidcSettings::client, OidcSettings::origin)
                .containsExactly("board", "http://127.0.0.1:8180");
        board[7] = "the board";
        assertThatThrownBy(() -> of(board)).hasMessageStartingWith("MACRO_EDGE_OIDC_CLIENT=the board is not a name.");
        good[5] = "";
        assertThatThrownBy(() -> of(good))
                .hasMessage("MACRO_EDGE_OIDC_AUDIENCE= is not a name. Write it as the issuer's tokens have it");
    }

    @Test
    void requestsAreLimitedWhereCallersMustSayWhoTheyAreAndWhereAVariableSaysSo() {
        assertThat(of().access().limits()).isEqualTo(new LimitSettings(null, null, null, null, List.of()));
        assertThat(of("MACRO_EDGE_ACCESS", "keys").access().limits())
                .isEqualTo(new LimitSettings(
                        new Rate(3_000, 500), new Rate(600, 200), new Rate(10, 20), new Streams(20, 100), List.of()));
        assertThat(of("MACRO_EDGE_LIMIT_CALLERS", "60/5").access().limits())
                .isEqualTo(new LimitSettings(new Rate(60, 5), null, null, null, List.of()));
        assertThat(of(
                                "MACRO_EDGE_ACCESS", "keys",
                                "MACRO_EDGE_LIMIT_CALLERS", "none",
                                "MACRO_EDGE_LIMIT_STRANGERS", "9999999/9999999",
                                "MACRO_EDGE_LIMIT_FAILURES", "5/6",
                                "MACRO_EDGE_LIMIT_STREAMS", "1/5000",
                                "MACRO_EDGE_PROXIES", "10.0.0.5, fd00::/8")
                        .access()
                        .limits())
                .isEqualTo(new LimitSettings(
                        null,
                        new Rate(9_999_999, 9_999_999),
                        new Rate(5, 6),
                        new Streams(1, 5_000),
                        List.of(
                                new AddressRange(InetAddress.ofLiteral("10.0.0.5"), 32),
                                new AddressRange(InetAddress.ofLiteral("fd00::"), 8))));
        assertThat(of("MACRO_EDGE_ACCESS", "keys", "MACRO_EDGE_LIMIT_STREAMS", "none")
                        .access()
                        .limits()
                        .streams())
                .isNull();
    }

    @Test
    void aLimitThatCannotBeReadIsRefused() {
        for (String rate : List.of("off", "10", "4/5", "5/4", "0/5", "05/5", "10000000/5", "5/5/5", "1e3/5", "-5/5")) {
            assertRefused(
                    "MACRO_EDGE_LIMIT_CALLERS=" + rate + " is not a limit. Write requests a minute and at once, from 5"
                            + " to 9999999 each, like 3000/500, or none",
                    "MACRO_EDGE_LIMIT_CALLERS",
                    rate);
        }
        for (String streams : List.of("20", "0/1", "1/0", "5001/1", "1/5001", "a/b")) {
            assertRefused(
                    "MACRO_EDGE_LIMIT_STREAMS=" + streams + " is not a limit of streams. Write the streams of a caller"
                            + " and of an address, from 1 to 5000 each, like 20/100, or none",
                    "MACRO_EDGE_LIMIT_STREAMS",
                    streams);
        }
        for (String proxies : List.of("proxy.example.org", "10.0.0.1/8", "10.0.0.0/33", "::/129", "10.0.0.5:80")) {
            assertRefused(
                    "MACRO_EDGE_PROXIES: \"" + proxies + "\" is not an address or a network. Write addresses and"
                            + " networks with commas between them, like 10.0.0.5,192.168.0.0/16",
                    "MACRO_EDGE_PROXIES",
                    proxies);
        }
    }

    @Test
    void anOptionOverridesItsVariable() {
        Settings variables =
                of("MACRO_EDGE_HOME", "/srv/home", "MACRO_EDGE_CATALOGUE", "/srv/catalogue", "MACRO_EDGE_PORT", "9000");

        assertThat(variables.withHome(null).withCatalogue(null).withPort(null)).isEqualTo(variables);
        assertThat(variables.withHome(Path.of("/other")).home().path()).isEqualTo(Path.of("/other"));
        assertThat(variables.withCatalogue(Path.of("/other")).catalogue()).isEqualTo(Path.of("/other"));
        assertThat(variables.withPort(1).port()).isEqualTo(1);
    }

    @Test
    void anUnknownVariableIsRefusedWithTheNearestKnownOne() {
        assertRefused(
                "unknown environment variable MACRO_EDGE_HOEM. Did you mean MACRO_EDGE_HOME?",
                "MACRO_EDGE_HOEM",
                "/srv");
        assertRefused(
                "unknown environment variable MACRO_EDGE_EXPORT. Did you mean MACRO_EDGE_EXPORTS?",
                "MACRO_EDGE_EXPORT",
                "9000");
    }

    @Test
    void aValueThatIsNotValidIsRefusedInOneLine() {
        assertRefused("MACRO_EDGE_PORT=abc is not a number. Ports are 0 to 65535", "MACRO_EDGE_PORT", "abc");
        assertRefused("port 99999 is not between 0 and 65535. 0 stands for any free port", "MACRO_EDGE_PORT", "99999");
        assertRefused("port -1 is not between 0 and 65535. 0 stands for any free port", "MACRO_EDGE_PORT", "-1");
        assertRefused(
                "MACRO_EDGE_SAMPLE=no is neither on nor none. Leave the variable out, which means on",
                "MACRO_EDGE_SAMPLE",
                "no");
        assertRefused(
                "MACRO_EDGE_AOT=none is neither on nor off. Leave the variable out, which means on",
                "MACRO_EDGE_AOT",
                "none");
        assertRefused(
                "MACRO_EDGE_LOG=JSON is neither text nor json. Leave the variable out, which means text",
                "MACRO_EDGE_LOG",
                "JSON");
        assertRefused(
                "MACRO_EDGE_CATALOGUE=\0 is not a path. Write the path of a folder", "MACRO_EDGE_CATALOGUE", "\0");
    }

    @Test
    void aDatabaseUrlIsNeverPrinted() {
        assertRefused(
                "MACRO_EDGE_DATABASE_URL does not start with jdbc:postgresql:. "
                        + "Write it like jdbc:postgresql://host/database?user=name&password=secret",
                "MACRO_EDGE_DATABASE_URL",
                "postgres://me:geheim@host/db");
        assertThat(of("MACRO_EDGE_DATABASE_URL", "jdbc:postgresql://host/db?password=geheim"))
                .asString()
                .contains("database=by URL")
                .doesNotContain("geheim");
    }

    @Test
    void whatKubernetesSetsForAServiceCalledMacroEdgeIsIgnoredWithOneNote() {
        assertThat(of(
                        "MACRO_EDGE_SERVICE_HOST",
                        "10.0.0.1",
                        "MACRO_EDGE_SERVICE_PORT",
                        "8080",
                        "MACRO_EDGE_SERVICE_PORT_HTTP",
                        "8080",
                        "MACRO_EDGE_PORT",
                        "tcp://10.0.0.1:8080",
                        "MACRO_EDGE_PORT_8080_TCP",
                        "tcp://10.0.0.1:8080",
                        "MACRO_EDGE_PORT_8080_TCP_PROTO",
                        "tcp",
                        "MACRO_EDGE_PORT_8080_TCP_PORT",
                        "8080",
                        "MACRO_EDGE_PORT_8080_TCP_ADDR",
                        "10.0.0.1",
                        "MACRO_EDGE_PORT_53_UDP",
                        "udp://10.0.0.1:53",
                        "MACRO_EDGE_API_SERVICE_HOST",
                        "10.0.0.2",
                        "MACRO_EDGE_API_PORT",
                        "tcp://10.0.0.2:80"))
                .isEqualTo(DEFAULTS);
        assertThat(notes)
                .singleElement()
                .asString()
                .startsWith("Ignored, because Kubernetes sets them for a service called macro-edge: "
                        + "MACRO_EDGE_API_PORT, MACRO_EDGE_API_SERVICE_HOST, MACRO_EDGE_PORT, ");
    }

    @Test
    void theReferenceListsEveryVariableWithItsDefault() throws IOException {
        List<List<String>> rows = Files.readAllLines(Path.of("../docs/reference/configuration.md")).stream()
                .filter(line -> line.startsWith("| `MACRO_EDGE_"))
                .map(line -> Arrays.stream(line.split("\\|"))
                        .map(String::strip)
                        .filter(cell -> !cell.isEmpty())
                        .toList())
                .toList();

        assertThat(rows)
                .allSatisfy(row -> assertThat(row).hasSize(4))
                .extracting(row -> row.getFirst().replace("`", ""))
                .containsExactlyElementsOf(Variable.keys());
        assertThat(rows)
                .extracting(row -> row.get(2).replace("`", ""))
                .startsWith(
                        DEFAULTS.home().path().toString().replace(System.getProperty("user.home"), "~"),
                        DEFAULTS.catalogue().toString(),
                        "the embedded PostgreSQL",
                        "auto",
                        "none",
                        DEFAULTS.events().broker().code(),
                        DEFAULTS.events().prefix(),
                        String.valueOf(DEFAULTS.events().streamLength()),
                        "none",
                        "none",
                        "serve",
                        "on",
                        String.valueOf(DEFAULTS.port()),
                        DEFAULTS.access().address().getHostAddress(),
                        DEFAULTS.access().mode().code(),
                        "none",
                        "none",
                        "roles",
                        "none",
                        inSecuredMode(LimitSettings.SECURED.callers()),
                        inSecuredMode(LimitSettings.SECURED.strangers()),
                        inSecuredMode(LimitSettings.SECURED.failures()),
                        LimitSettings.SECURED.streams().ofCaller() + "/"
                                + LimitSettings.SECURED.streams().ofAddress() + " in secured mode, none in local mode",
                        "none",
                        DEFAULTS.uploadLimit().toGigabytes() + "GB");
    }

    private static String inSecuredMode(Rate rate) {
        return rate.perMinute() + "/" + rate.burst() + " in secured mode, none in local mode";
    }

    private void assertRefused(String message, String name, String value) {
        assertThatThrownBy(() -> of(name, value))
                .isInstanceOfSatisfying(
                        MacroEdgeException.class,
                        fault -> assertThat(fault.code()).isEqualTo(ProblemCode.SETTING_FAULT))
                .hasMessage(message);
    }
}
