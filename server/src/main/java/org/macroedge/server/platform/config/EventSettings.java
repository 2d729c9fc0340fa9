package org.macroedge.server.platform.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;

/// Where a server sends its events.
///
/// @param prefix what the names of streams and topics begin with
/// @param streamLength about so many entries a stream of Redis keeps
/// @param kafkaServers such as `kafka-1:9092,kafka-2:9092`; null where none are named
/// @param kafkaClient how the connection to Kafka is secured, by the names of Kafka's own
/// settings; may hold passwords
public record EventSettings(
        BrokerKind broker,
        String prefix,
        long streamLength,
        @Nullable String kafkaServers,
        Map<String, String> kafkaClient) {

    static final EventSettings DEFAULT = new EventSettings(BrokerKind.NONE, "macro-edge", 100_000, null, Map.of());

    private static final Pattern PREFIX = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,99}");
    private static final Pattern LENGTH = Pattern.compile("[1-9][0-9]{3,7}|100000000");
    private static final String SERVER = "([a-zA-Z0-9._-]{1,253}|\\[[0-9a-fA-F:.]{2,45}]):[0-9]{1,5}";
    private static final Pattern SERVERS = Pattern.compile(SERVER + "(," + SERVER + ")*");
    private static final Pattern CLIENT_SETTING = Pattern.compile("(security|sasl|ssl)\\..+");
    private static final Pattern SECRET = Pattern.compile(".*(password|secret|jaas\\.config|keystore\\.key|token).*");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    static EventSettings of(Environment environment) {
        BrokerKind broker = broker(environment.text(Variable.EVENTS, BrokerKind.NONE.code()));
        String kafka = environment.text(Variable.KAFKA, "").replace(" ", "");
        if (!kafka.isEmpty() && !SERVERS.matcher(kafka).matches()) {
            throw SettingMessage.NOT_KAFKA.exception(Variable.KAFKA.key());
        }
        requireAddress(environment, broker);
        return new EventSettings(
                broker,
                prefix(environment.text(Variable.EVENTS_PREFIX, DEFAULT.prefix())),
                length(environment.text(Variable.EVENTS_LENGTH, String.valueOf(DEFAULT.streamLength()))),
                kafka.isEmpty() ? null : kafka,
                client(environment.text(Variable.KAFKA_FILE, "")));
    }

    private static BrokerKind broker(String text) {
        return Coded.find(BrokerKind.class, text)
                .orElseThrow(() -> SettingMessage.NOT_A_BROKER.exception(
                        Variable.EVENTS.key(),
                        ShownText.of(text),
                        Stream.of(BrokerKind.values()).map(Coded::code).collect(Collectors.joining(", "))));
    }

    private static void requireAddress(Environment environment, BrokerKind broker) {
        Variable address = broker == BrokerKind.KAFKA ? Variable.KAFKA : Variable.REDIS_URL;
        if (broker != BrokerKind.NONE && environment.text(address, "").isEmpty()) {
            throw SettingMessage.BROKER_WITHOUT_ADDRESS.exception(Variable.EVENTS.key(), broker.code(), address.key());
        }
    }

    private static String prefix(String text) {
        if (!PREFIX.matcher(text).matches()) {
            throw SettingMessage.NOT_A_STREAM_PREFIX.exception(Variable.EVENTS_PREFIX.key(), ShownText.of(text));
        }
        return text;
    }

    private static long length(String text) {
        if (!LENGTH.matcher(text).matches()) {
            throw SettingMessage.NOT_A_STREAM_LENGTH.exception(Variable.EVENTS_LENGTH.key(), ShownText.of(text));
        }
        return Long.parseLong(text);
    }

    /// A file of properties, as Kafka's own programs read it.
    private static Map<String, String> client(String path) {
        Properties properties = new Properties();
        if (!path.isEmpty()) {
            try (Reader file = Files.newBufferedReader(Path.of(path))) {
                properties.load(file);
            } catch (IOException | IllegalArgumentException unreadable) {
                throw unreadable(path);
            }
        }
        Map<String, String> client = new TreeMap<>();
        for (String key : List.copyOf(properties.stringPropertyNames())) {
            if (!CLIENT_SETTING.matcher(key).matches()) {
                throw SettingMessage.NOT_A_CLIENT_SETTING.exception(Variable.KAFKA_FILE.key(), ShownText.of(key));
            }
            client.put(key, properties.getProperty(key));
        }
        client.forEach(EventSettings::keepSecret);
        return client;
    }

    private static MacroEdgeException unreadable(String path) {
        return SettingMessage.UNREADABLE_CLIENT_FILE.exception(Variable.KAFKA_FILE.key(), ShownText.of(path));
    }

    /// The login of SASL is a text with quoted values.
    private static void keepSecret(String key, String value) {
        if (SECRET.matcher(key).matches()) {
            Secrets.keep(value);
            QUOTED.matcher(value).results().forEach(found -> Secrets.keep(found.group(1)));
        }
    }

    /// Leaves the values of the connection's settings out.
    @Override
    public String toString() {
        return "EventSettings[broker=" + broker + ", prefix=" + prefix + ", streamLength=" + streamLength
                + ", kafkaServers=" + kafkaServers + ", kafkaClient=" + kafkaClient.keySet() + "]";
    }
}
