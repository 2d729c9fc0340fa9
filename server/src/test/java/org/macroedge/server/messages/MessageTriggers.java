package org.macroedge.server.messages;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.macroedge.server.app.Session;
import org.macroedge.server.catalogue.CatalogueException;
import org.macroedge.server.catalogue.YamlDocument;
import org.macroedge.server.catalogue.YamlEntry;
import org.macroedge.server.cli.MacroEdgeCommand;
import org.macroedge.server.cli.remote.ServerClient;
import org.macroedge.server.cli.usage.ErrorLog;
import org.macroedge.server.cli.usage.UsageFaults;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.DatabaseFaults;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.UnknownName;
import org.macroedge.server.platform.home.DiskSpace;
import org.macroedge.server.platform.home.HomeDirectory;
import picocli.CommandLine;

/// How to provoke the messages that no table of cases can provoke by a file, a command or a request.
final class MessageTriggers {

    /// By the name of the message. Each call gives what a user sees.
    static final Map<String, Callable<String>> ALL = new TreeMap<>();

    static {
        setting("SettingMessage.UNKNOWN_VARIABLE", "MACRO_EDGE_HOEM", "x");
        setting("SettingMessage.UNKNOWN_VARIABLE_UNLIKE_ANY", "MACRO_EDGE_CARTOGRAPHY", "x");
        setting("SettingMessage.PORT_OUT_OF_RANGE", "MACRO_EDGE_PORT", "70000");
        setting("SettingMessage.PORT_NOT_A_NUMBER", "MACRO_EDGE_PORT", "http");
        setting("SettingMessage.OTHER_DATABASE", "MACRO_EDGE_DATABASE_URL", "jdbc:mysql://x");
        setting("SettingMessage.NOT_REDIS", "MACRO_EDGE_REDIS_URL", "localhost:6379");
        setting("SettingMessage.NOT_A_BROKER", "MACRO_EDGE_EVENTS", "rabbit");
        setting("SettingMessage.BROKER_WITHOUT_ADDRESS", "MACRO_EDGE_EVENTS", "kafka");
        setting("SettingMessage.NOT_A_STREAM_PREFIX", "MACRO_EDGE_EVENTS_PREFIX", "a:b");
        setting("SettingMessage.NOT_A_STREAM_LENGTH", "MACRO_EDGE_EVENTS_LENGTH", "1e6");
        setting("SettingMessage.NOT_KAFKA", "MACRO_EDGE_KAFKA", "kafka://host");
        setting("SettingMessage.UNREADABLE_CLIENT_FILE", "MACRO_EDGE_KAFKA_FILE", "/none/client.properties");
        ALL.put(
                "SettingMessage.NOT_A_CLIENT_SETTING",
                () -> failure(() -> {
                    Path file = Files.writeString(Files.createTempFile("client", ".properties"), "acks=0\n");
                    try {
                        throw new AssertionError(
                                Settings.of(Map.of("MACRO_EDGE_KAFKA_FILE", file.toString()), note -> {}));
                    } finally {
                        Files.delete(file);
                    }
                }));
        setting("SettingMessage.NOT_OTLP", "MACRO_EDGE_OTLP_URL", "localhost:4318");
        ALL.put(
                "SettingMessage.NOT_OTLP_HEADERS",
                () -> failure(() -> {
                    Map<String, String> both =
                            Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://x:4318", "OTEL_EXPORTER_OTLP_HEADERS", "key");
                    throw new AssertionError(Settings.of(both, note -> {}));
                }));
        setting("SettingMessage.NOT_A_SHARE", "MACRO_EDGE_TRACE_SHARE", "10%");
        setting("SettingMessage.NOT_A_ROLE", "MACRO_EDGE_ROLE", "engine");
        setting("SettingMessage.ROLE_ALONE", "MACRO_EDGE_ROLE", "api");
        setting("SettingMessage.NOT_A_PATH", "MACRO_EDGE_HOME", "a\0b");
        setting("SettingMessage.NOT_A_SIZE", "MACRO_EDGE_UPLOAD_LIMIT", "much");
        setting("SettingMessage.NOT_A_CLOCK", "MACRO_EDGE_CLOCK", "2026-01-05T00:00:00Z");
        setting("SettingMessage.NOT_ADDRESSES", "MACRO_EDGE_SOURCE_ADDRESSES", "bls");
        setting("SettingMessage.NOT_A_KEY", "MACRO_EDGE_BLS_KEY", "two words");
        setting("SettingMessage.UNREADABLE_KEY", "MACRO_EDGE_BLS_KEY_FILE", "/none/key");
        ALL.put(
                "SettingMessage.KEY_TWICE",
                () -> failure(() -> {
                    Map<String, String> both =
                            Map.of("MACRO_EDGE_BLS_KEY", "abcd", "MACRO_EDGE_BLS_KEY_FILE", "/none/key");
                    throw new AssertionError(Settings.of(both, note -> {}));
                }));
        setting("SettingMessage.NOT_A_KEY_PLACE", "MACRO_EDGE_KEYS", "gcp:macro-edge");
        setting("SettingMessage.NOT_ONE_TOKEN", "MACRO_EDGE_KEYS", "vault:secret/macro-edge");
        ALL.put(
                "SettingMessage.NOT_A_VAULT",
                () -> failure(() -> {
                    Map<String, String> open = Map.of(
                            "MACRO_EDGE_KEYS", "vault:secret/macro-edge",
                            "MACRO_EDGE_VAULT_TOKEN", "abcd",
                            "MACRO_EDGE_VAULT_ADDRESS", "http://vault.example.org:8200");
                    throw new AssertionError(Settings.of(open, note -> {}));
                }));
        setting("SettingMessage.NOT_AN_ADDRESS", "MACRO_EDGE_ADDRESS", "localhost");
        setting("SettingMessage.UNSECURED", "MACRO_EDGE_ADDRESS", "0.0.0.0");
        setting("SettingMessage.NOT_AN_ACCESS", "MACRO_EDGE_ACCESS", "none");
        setting("SettingMessage.UNUSED_ISSUER", "MACRO_EDGE_OIDC_ISSUER", "https://login.example.org");
        setting("SettingMessage.NOT_AN_ISSUER", "MACRO_EDGE_ACCESS", "oidc");
        setting("SettingMessage.NOT_A_RATE", "MACRO_EDGE_LIMIT_CALLERS", "many");
        setting("SettingMessage.NOT_A_NUMBER_OF_STREAMS", "MACRO_EDGE_LIMIT_STREAMS", "many");
        setting("SettingMessage.NOT_A_RANGE", "MACRO_EDGE_PROXIES", "proxy");
        setting("SettingMessage.NOT_ACCEPTED", "MACRO_EDGE_FRED_TERMS", "yes");
        setting("SettingMessage.NEITHER", "MACRO_EDGE_SAMPLE", "yes");
        yaml("CatalogueMessage.NOT_LIST", "a: b", YamlEntry::entries);
        yaml("CatalogueMessage.NOT_MAPPING", "- a", YamlEntry::fields);
        yaml("CatalogueMessage.NOT_VALUE", "a: b", YamlEntry::text);
        ALL.put("CatalogueMessage.UNREADABLE", () -> faults(() -> YamlDocument.read(Path.of("none.yaml"))));
        ALL.put("CatalogueMessage.NOT_TEXT", () -> faults(() -> YamlDocument.read("a.yaml", new byte[] {(byte) 0xFF})));
        ALL.put(
                "CatalogueMessage.TOO_LARGE",
                () -> faults(() -> YamlDocument.read("a.yaml", new byte[YamlDocument.MOST_BYTES + 1])));
        ALL.put(
                "SettingMessage.UNKNOWN_SOURCE",
                () -> failure(() -> Settings.of(Map.of("MACRO_EDGE_SOURCES", "blz"), note -> {})
                        .sources()
                        .checked(List.of("bls"))));
        ALL.put("DatabaseMessage.FULL", () -> sql("53100"));
        ALL.put("DatabaseMessage.ENDED", () -> sql("57P01"));
        ALL.put(
                "HomeMessage.TOO_LITTLE_SPACE",
                () -> failure(() -> {
                    DiskSpace.require(Path.of("."), Long.MAX_VALUE, "to test");
                    return "";
                }));
        ALL.put("HomeMessage.DISK_FULL", () -> failure(() -> DiskSpace.full(Path.of("."), null)));
        ALL.put("HomeMessage.IS_A_FILE", () -> failure(() -> new HomeDirectory(Path.of("pom.xml")).prepare()));
        ALL.put("HomeMessage.UNWRITABLE", () -> failure(() -> new HomeDirectory(Path.of("/proc/home")).prepare()));
        ALL.put(
                "DatabaseMessage.INVALID_URL",
                () -> failure(() -> {
                    Settings settings =
                            Settings.of(Map.of("MACRO_EDGE_DATABASE_URL", "jdbc:postgresql:///?port=x"), note -> {});
                    return Session.open(
                            settings.withHome(Files.createTempDirectory("home")).withCatalogue(Path.of("../catalogue")),
                            Clock.systemUTC(),
                            note -> {});
                }));
        ALL.put("UnknownName.INDEX_UNLIKE_ANY", () -> failure(() -> UnknownName.index("x", List.of("US-growth"))));
        ALL.put("UnknownName.INDEX_OF_NONE", () -> failure(() -> UnknownName.index("x", List.of())));
        ALL.put("UnknownName.RELEASE_OF_NONE", () -> failure(() -> UnknownName.release("x", List.of(), false)));
        ALL.put("UsageMessage.MISSING_COMMAND", MessageTriggers::missingCommand);
        ALL.put("UsageMessage.WRONG_ARGUMENTS", MessageTriggers::wrongArguments);
        ALL.put("CommandMessage.UNEXPECTED", () -> unexpected(Files.createTempDirectory("errors")));
        ALL.put("CommandMessage.UNEXPECTED_UNLOGGED", () -> unexpected(Path.of("none")));
        ALL.put("ServerMessage.WENT_AWAY", () -> served("", ServerClient::gone));
        ALL.put("ServerMessage.BROKE_OFF", () -> served("", client -> client.get("bias", Map.of())));
        ALL.put("ServerMessage.CHANGE_BROKE_OFF", () -> served("", client -> client.post("imports", "x")));
        ALL.put(
                "ServerMessage.STRANGE_ANSWER",
                () -> served(
                        "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", client -> client.get("bias", Map.of())));
    }

    private MessageTriggers() {}

    private static String sql(String state) {
        return String.valueOf(
                DatabaseFaults.of(new SQLException("x", state)).orElseThrow().getMessage());
    }

    private static void setting(String message, String variable, String value) {
        ALL.put(
                message,
                () -> failure(() -> {
                    throw new AssertionError(Settings.of(Map.of(variable, value), note -> {}));
                }));
    }

    private static void yaml(String message, String text, Consumer<YamlEntry> use) {
        ALL.put(
                message,
                () -> faults(() -> use.accept(YamlDocument.read("a.yaml", text.getBytes(StandardCharsets.UTF_8)))));
    }

    /// The message of a failure that is thrown or given.
    private static String failure(Callable<?> raising) throws Exception {
        try {
            return String.valueOf(((MacroEdgeException) raising.call()).getMessage());
        } catch (MacroEdgeException fault) {
            return String.valueOf(fault.getMessage());
        }
    }

    private static String faults(Runnable reading) {
        try {
            reading.run();
            return "";
        } catch (CatalogueException fault) {
            return String.valueOf(fault.getMessage());
        }
    }

    private static String missingCommand() {
        CommandLine catalogue =
                MacroEdgeCommand.commandLine(Clock.systemUTC()).getSubcommands().get("catalogue");
        return UsageFaults.message(new CommandLine.ParameterException(catalogue, "x"), new String[0], () -> catalogue);
    }

    private static String wrongArguments() {
        CommandLine command = new CommandLine(CommandLine.Model.CommandSpec.create());
        return UsageFaults.message(new CommandLine.ParameterException(command, "x"), new String[0], () -> command);
    }

    private static String unexpected(Path home) {
        return ErrorLog.in(home, Clock.systemUTC()).message(new IllegalStateException("x"));
    }

    /// What a client says to a server that answers with some bytes and hangs up.
    private static String served(String answer, Function<ServerClient, ?> asking) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answer(server, answer));
            URI address = URI.create("http://127.0.0.1:" + server.getLocalPort());
            return failure(() -> asking.apply(new ServerClient(address)));
        }
    }

    private static void answer(ServerSocket server, String answer) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept();
                    OutputStream out = socket.getOutputStream()) {
                socket.getInputStream().read();
                out.write(answer.getBytes(StandardCharsets.UTF_8));
            } catch (IOException closed) {
                // the server is closed, or the client hung up first
            }
        }
    }
}
