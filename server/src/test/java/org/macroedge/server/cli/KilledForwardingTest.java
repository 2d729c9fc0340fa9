package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.Range;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.events.forwarding.KafkaProcess;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.ready.RedisProcess;

/// A server that is killed while it sends events to a broker loses none, and keeps the order of
/// each key.
@Tag("system")
@Timeout(180)
class KilledForwardingTest {

    private static final int EVENTS = 20_000;
    private static final int KILLS = 2;
    /// As many events as a server sends in one transaction.
    private static final int BATCH = 200;
    private static final long SEED = 20221107;
    /// Alerts, which no consumer in a server reads.
    private static final String APPEND = """
        INSERT INTO event_log (type, version, key, part, recorded_at, payload)
        SELECT 'alert_raised', 1, 'rule-' || number % 23, number % 23 % 16, now(), jsonb_build_object(
          'id', 'alert-' || number, 'rule', 'r', 'kind', 'k', 'subject', 's', 'cause', 'c',
          'causedAt', '2026-01-01T00:00:00Z', 'raisedAt', '2026-01-01T00:00:00Z')
        FROM generate_series(1, ?) AS number
        """;

    @TempDir
    Path folder;

    private final String address = TestDatabase.freshAddress();

    private record Sent(long id, String key) {}

    private interface Sends {
        List<Sent> all();
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis-server", "valkey-server"})
    void aServerThatSendsToRedisIsKilled(String name) throws Exception {
        try (RedisProcess redis = RedisProcess.start(name)) {
            Map<String, String> variables =
                    Map.of("MACRO_EDGE_EVENTS", "redis", "MACRO_EDGE_REDIS_URL", redis.address());
            killWhileItSends(
                    variables,
                    () -> redis.ask(commands -> commands.xrange("macro-edge.alert_raised", Range.unbounded())).stream()
                            .map(entry -> new Sent(
                                    Long.parseLong(entry.getBody().get("id")),
                                    entry.getBody().get("key")))
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "kafka")
    void aServerThatSendsToKafkaIsKilled(String name) throws Exception {
        try (KafkaProcess kafka = KafkaProcess.start(folder.resolve(name))) {
            kafka.create("macro-edge.alert_raised", Map.of());
            Map<String, String> variables = Map.of("MACRO_EDGE_EVENTS", "kafka", "MACRO_EDGE_KAFKA", kafka.address());
            killWhileItSends(
                    variables,
                    () -> kafka.read("macro-edge.alert_raised").stream()
                            .map(message -> new Sent(
                                    Long.parseLong(new String(
                                            message.headers().lastHeader("id").value())),
                                    message.key()))
                            .toList());
        }
    }

    private void killWhileItSends(Map<String, String> variables, Sends sends) throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        try (Database database = Database.at(address)) {
            database.jdbc().sql(APPEND).param(EVENTS).update();
        }
        int started = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int before = sends.all().size();
            int enough = before + random.nextInt(1, EVENTS / 4);
            MacroEdgeProcess server = start(started++, variables);
            while (sends.all().size() < enough) {
                assertThat(server.process().isAlive()).as(server.written()).isTrue();
            }
            server.kill();
        }
        assertThat(new HashSet<>(sends.all())).hasSizeLessThan(EVENTS);
        MacroEdgeProcess server = start(started, variables);
        while (new HashSet<>(sends.all()).size() < EVENTS) {
            assertThat(server.process().isAlive()).as(server.written()).isTrue();
            server.await(200);
        }
        server.process().destroy();
        server.await();
        assertAll(sends.all());
    }

    private static void assertAll(List<Sent> sent) {
        assertThat(sent).hasSizeLessThanOrEqualTo(EVENTS + KILLS * BATCH);
        Set<Long> ids = new HashSet<>();
        Map<String, List<Long>> perKey = new HashMap<>();
        sent.stream()
                .filter(event -> ids.add(event.id()))
                .forEach(event -> perKey.computeIfAbsent(event.key(), key -> new ArrayList<>())
                        .add(event.id()));
        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, EVENTS).boxed().toList());
        assertThat(perKey)
                .hasSize(23)
                .allSatisfy((key, events) ->
                        assertThat(events).as("seed %s, %s", SEED, key).isSorted());
    }

    private MacroEdgeProcess start(int number, Map<String, String> broker) throws Exception {
        Map<String, String> variables = new HashMap<>(broker);
        variables.put("MACRO_EDGE_SOURCES", "none");
        variables.put("MACRO_EDGE_ROLE", "bias-engine");
        variables.put("MACRO_EDGE_DATABASE_URL", address);
        Path home = Files.createDirectory(folder.resolve("home-" + number));
        return MacroEdgeProcess.start(
                folder.resolve("server-" + number + ".log"),
                variables,
                "serve",
                "--port",
                "0",
                "--catalogue",
                Path.of("../catalogue").toRealPath().toString(),
                "--home",
                home.toString());
    }
}
