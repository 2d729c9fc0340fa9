package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.app.Server;
import org.macroedge.server.events.EventDelivery;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.PublishedType;
import org.macroedge.server.events.forwarding.EventForwarder;
import org.macroedge.server.events.forwarding.KafkaProcess;
import org.macroedge.server.events.forwarding.KafkaTransport;
import org.macroedge.server.events.forwarding.RedisTransport;
import org.macroedge.server.events.forwarding.Transport;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.ready.RedisProcess;
import org.macroedge.server.releases.MacroDataUpdated;

/// The consumers of the guide, as they stand there, with real brokers.
@Tag("system")
@Timeout(90)
class ConsumedEventsTest {

    private static final Path GUIDE = Path.of("../docs/how-to/consume-events.md");
    private static final Path PYTHON = Path.of("../target/brokers/bin/python");
    private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00Z");
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(40);
    private static final int REDIS = 0;
    private static final int KAFKA = 1;
    private static final int MODEL = 2;

    @TempDir
    private Path folder;

    private final List<Process> consumers = new ArrayList<>();
    private Database database;
    private EventLog log;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        log = new EventLog(database.jdbc());
    }

    @AfterEach
    void close() {
        consumers.forEach(Process::destroyForcibly);
        database.close();
    }

    private static String program(int number) throws IOException {
        return Pattern.compile("```python\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE))
                .results()
                .map(found -> found.group(1))
                .toList()
                .get(number);
    }

    /// Runs a program, whose lines go to a file of its name.
    private Process run(String name, String program, Map<String, String> variables) throws IOException {
        assertThat(PYTHON).as("which .ci/tools makes").isExecutable();
        Path file = Files.writeString(folder.resolve(name + ".py"), program);
        ProcessBuilder builder =
                new ProcessBuilder(PYTHON.toAbsolutePath().normalize().toString(), "-B", file.toString());
        builder.environment().putAll(variables);
        builder.directory(folder.toFile()).redirectErrorStream(true);
        Process process = builder.redirectOutput(folder.resolve(name).toFile()).start();
        consumers.add(process);
        return process;
    }

    private List<Long> seen(String... names) throws IOException {
        List<Long> ids = new ArrayList<>();
        for (String name : names) {
            try (Stream<String> lines = Files.lines(folder.resolve(name))) {
                lines.filter(line -> line.matches("\\d+ US .*"))
                        .map(line -> Long.valueOf(line.split(" ")[0]))
                        .forEach(ids::add);
            }
        }
        return ids;
    }

    private void await(Callable<Boolean> condition) throws Exception {
        long start = System.nanoTime();
        while (!condition.call()) {
            assertThat(System.nanoTime() - start).as(written()).isLessThan(PATIENCE_NANOS);
            for (Process consumer : consumers) {
                assertThat(consumer.isAlive() || consumer.exitValue() > 128)
                        .as(written())
                        .isTrue();
            }
            Thread.sleep(20);
        }
    }

    private String written() throws IOException {
        StringBuilder written = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.getFileName().toString().matches("[a-z]+"))
                    .filter(Files::isRegularFile)
                    .toList()) {
                written.append(file.getFileName()).append(":\n").append(Files.readString(file));
            }
        }
        return written.toString();
    }

    private void send(Transport transport, int count) {
        database.transactions()
                .executeWithoutResult(status -> IntStream.range(0, count)
                        .forEach(number -> log.append(
                                MacroDataUpdated.TYPE,
                                1,
                                "US",
                                RECORDED,
                                new MacroDataUpdated("US", number + 1, List.of("us-cpi-mom"), RECORDED, RECORDED))));
        PublishedType type = PublishedType.of(MacroDataUpdated.TYPE, 1, MacroDataUpdated.class);
        EventForwarder forwarder =
                new EventForwarder("broker-test", List.of(type), transport, () -> EventLog.PARTITIONS);
        new EventDelivery(database.jdbc(), database.transactions(), List.of(forwarder)).drain();
    }

    private static List<Long> ids(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Long::valueOf).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis-server", "valkey-server"})
    void aConsumerOfRedisGoesOnWhereItWasKilledAndAnotherTakesOverWhatItLeft(String name) throws Exception {
        String program = program(REDIS);
        // stops with an entry that it has taken and not acknowledged
        String stopping = program.replace(
                "    print(event", "    if event[\"id\"] == 7:\n" + "        os.kill(os.getpid(), 9)\n    print(event");
        String impatient = program.replace("60_000", "500");
        try (RedisProcess redis = RedisProcess.start(name);
                Transport transport = new RedisTransport(redis.address(), "macro-edge", 1_000)) {
            Map<String, String> first = Map.of("REDIS_URL", redis.address(), "CONSUMER", "first");
            send(transport, 20);
            run("killed", stopping, first).waitFor(30, TimeUnit.SECONDS);
            assertThat(seen("killed")).isEqualTo(ids(6));

            run("again", program, first);
            await(() -> seen("again").size() == 14);
            assertThat(seen("killed", "again")).isEqualTo(ids(20));

            run("stopping", stopping.replace("== 7", "== 25"), Map.of("REDIS_URL", redis.address(), "CONSUMER", "b"));
            consumers.get(1).destroyForcibly().waitFor();
            send(transport, 20);
            consumers.getLast().waitFor(30, TimeUnit.SECONDS);
            run("other", impatient, Map.of("REDIS_URL", redis.address(), "CONSUMER", "c"));
            // what was dealt with and not acknowledged when its consumer was killed comes again
            await(() -> Set.copyOf(seen("killed", "again", "stopping", "other")).size() == 40);
            assertThat(seen("killed", "again", "stopping", "other"))
                    .as(written())
                    .hasSizeLessThanOrEqualTo(41)
                    .containsAll(ids(40));
        }
    }

    @Test
    void aConsumerOfKafkaGoesOnWhereItWasKilled() throws Exception {
        String program = program(KAFKA)
                .replace("\"enable.auto.commit\"", "\"session.timeout.ms\": 6000,\n" + "    \"enable.auto.commit\"");
        String stopping = program.replace(
                "    consumer.commit",
                "    if event_id(message) == 7:\n" + "        os.kill(os.getpid(), 9)\n    consumer.commit");
        String withId = stopping.replace(
                "consumer = Consumer",
                "def event_id(message):\n"
                        + "    return int(dict(message.headers())[\"id\"])\n\n\nconsumer = Consumer");
        try (KafkaProcess kafka = KafkaProcess.start(folder.resolve("kafka"));
                Transport transport = new KafkaTransport(kafka.address(), Map.of(), "macro-edge")) {
            kafka.create("macro-edge.macro_data_updated", Map.of());
            send(transport, 20);
            run("killed", withId, Map.of("KAFKA", kafka.address())).waitFor(40, TimeUnit.SECONDS);
            assertThat(seen("killed")).as(written()).isEqualTo(ids(7));

            run("again", program, Map.of("KAFKA", kafka.address()));
            await(() -> seen("again").size() == 13);
            assertThat(seen("killed", "again")).isEqualTo(ids(20));
        }
    }

    @Test
    void aServiceAnswersAnEventWithAForecastOfAModel() throws Exception {
        SampleHome home = new SampleHome(folder.resolve("home"));
        home.load();
        try (Server server = home.serve()) {
            String model = program(MODEL) + """

                for number in (1, 2):
                    process({"id": number, "payload": {"indicators": ["us-cpi-mom"]}})
                process({"id": 3, "payload": {"indicators": ["de-cpi-mom"]}})
                """;
            Process process =
                    run("model", model, Map.of("MACRO_EDGE", server.address().toString()));
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(folder.resolve("model"))).matches("\\d+\n");

            String calendar = SampleHome.get(server, "/api/v1/calendar?from=2022-02-10&to=2022-02-10")
                    .body();
            assertThat(calendar).contains("us-cpi-mom");
        }
    }
}
