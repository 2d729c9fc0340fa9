package org.macroedge.server.events.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.api.sync.RedisCommands;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.events.Event;
import org.macroedge.server.events.EventConsumer;
import org.macroedge.server.events.EventDelivery;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.forwarding.TestBroker.Received;
import org.macroedge.server.messages.LogLines;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.ready.RedisProcess;

/// What holds of events whichever way they go: within the servers, by a real Redis, a real
/// Valkey or a real Kafka.
@Tag("system")
@Timeout(90)
class TransportContractTest {

    private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00Z");
    private static final int KEYS = 7;

    @TempDir
    private Path folder;

    private Database database;
    private EventLog log;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        log = new EventLog(database.jdbc());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private EventDelivery delivery(EventConsumer consumer) {
        return new EventDelivery(database.jdbc(), database.transactions(), List.of(consumer));
    }

    /// Appends events of two types in turn, and some that nobody outside gets.
    private void append(int from, int to) {
        database.transactions().executeWithoutResult(status -> {
            for (int number = from; number < to; number++) {
                String key = "key-" + number % KEYS;
                log.append("macro_data_updated", 1, key, RECORDED, update(number, 1));
                log.append("alert_raised", 1, key, RECORDED, alert(number));
                log.append("job_run_recorded", 1, key, RECORDED, Map.of());
            }
        });
    }

    private static Map<String, Object> update(int number, int indicators) {
        Map<String, Object> update = new LinkedHashMap<>();
        update.put("region", "US");
        update.put("batch", number + 1);
        update.put("indicators", names(indicators));
        update.put("marketFrom", RECORDED);
        update.put("marketTo", RECORDED);
        return update;
    }

    private static List<String> names(int count) {
        List<String> names = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            names.add("us-indicator-%05d".formatted(index));
        }
        return names;
    }

    private static Map<String, Object> alert(int number) {
        Map<String, Object> alert = new LinkedHashMap<>();
        alert.put("id", "alert-" + number);
        for (String name : List.of("rule", "kind", "subject", "cause")) {
            alert.put(name, name);
        }
        alert.put("causedAt", RECORDED);
        alert.put("raisedAt", RECORDED);
        return alert;
    }

    /// Asserts that all events of the log arrived, in the order of each key, and equal where
    /// they arrived again.
    private void assertAll(List<Received> received, String type, int from, int count) {
        Map<Long, Received> first = new LinkedHashMap<>();
        received.forEach(event -> {
            assertThat(event.document().path("id").asLong()).isEqualTo(event.id());
            Received before = first.putIfAbsent(event.id(), event);
            assertThat(before == null ? event : before).isEqualTo(event);
        });
        Map<String, List<Long>> perKey = new LinkedHashMap<>();
        first.values()
                .forEach(event -> perKey.computeIfAbsent(event.key(), key -> new ArrayList<>())
                        .add(event.id()));
        assertThat(perKey.values()).allSatisfy(ids -> assertThat(ids).isSorted());
        List<Event> logged = log.after(0, Set.of(type), 1_000_000);
        assertThat(first.keySet())
                .hasSize(count)
                .containsExactlyInAnyOrderElementsOf(
                        logged.stream().skip(from).map(Event::seq).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"in-process", "redis-server", "valkey-server", "kafka"})
    void twoServersSendEachEventOnceAndInTheOrderOfItsKey(String name) throws Exception {
        try (TestBroker broker = TestBroker.of(name, folder);
                ExecutorService servers = Executors.newFixedThreadPool(2)) {
            List<EventDelivery> deliveries = List.of(delivery(broker.consumer()), delivery(broker.consumer()));
            for (int round = 0; round < 5; round++) {
                append(100 * round, 100 * round + 100);
                List<Future<?>> sent = new ArrayList<>();
                deliveries.forEach(delivery -> sent.add(servers.submit((Runnable) delivery::drain)));
                for (Future<?> server : sent) {
                    server.get();
                }
            }
            deliveries.forEach(EventDelivery::drain);

            for (String type : List.of("macro_data_updated", "alert_raised")) {
                List<Received> received = broker.read(type);
                assertThat(received).hasSize(500);
                assertAll(received, type, 0, 500);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"in-process", "redis-server", "valkey-server", "kafka"})
    void whileTheBrokerIsLostEventsWaitAndThenArrive(String name) throws Exception {
        try (TestBroker broker = TestBroker.of(name, folder)) {
            EventConsumer consumer = broker.consumer();
            EventDelivery delivery = delivery(consumer);
            append(0, 10);
            delivery.drain();
            assertThat(broker.read("alert_raised")).hasSize(10);

            broker.kill();
            append(10, 30);
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(delivery::drain)
                        .isInstanceOfSatisfying(
                                MacroEdgeException.class,
                                lost -> assertThat(lost.code()).isEqualTo(ProblemCode.UNAVAILABLE));
            }
            assertThat(delivery.isBehind()).isTrue();

            broker.start();
            drained(delivery);
            assertThat(delivery.isBehind()).isFalse();
            // a Redis that keeps nothing on the disk has lost what it had acknowledged
            int kept = name.contains("-server") ? 10 : 0;
            assertAll(broker.read("alert_raised"), "alert_raised", kept, 30 - kept);
        }
    }

    /// A broker that has just started may take a while.
    private static void drained(EventDelivery delivery) {
        for (int attempt = 0; ; attempt++) {
            try {
                delivery.drain();
                return;
            } catch (MacroEdgeException notYet) {
                assertThat(attempt).isLessThan(20);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"in-process", "redis-server", "valkey-server", "kafka"})
    void whatIsSentAgainHasTheSameId(String name) throws Exception {
        try (TestBroker broker = TestBroker.of(name, folder)) {
            EventDelivery delivery = delivery(new FailingOnce(broker.consumer()));
            append(0, 50);
            assertThatThrownBy(delivery::drain).hasMessage("planted");

            delivery.drain();

            List<Received> received = broker.read("macro_data_updated");
            assertThat(received).hasSize(100);
            assertAll(received, "macro_data_updated", 0, 50);
        }
    }

    /// Loses the first transaction after its work.
    private static final class FailingOnce implements EventConsumer {
        private final EventConsumer consumer;
        private boolean failed;

        private FailingOnce(EventConsumer consumer) {
            this.consumer = consumer;
        }

        @Override
        public String name() {
            return consumer.name();
        }

        @Override
        public Set<String> types() {
            return consumer.types();
        }

        @Override
        public void accept(List<Event> events) {
            consumer.accept(events);
            if (!failed) {
                failed = true;
                throw new IllegalStateException("planted");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis-server", "valkey-server", "kafka"})
    void anEventThatIsNotAsItsSchemaHasItBecomesADeadLetterAndTheNextIsSent(String name) throws Exception {
        try (TestBroker broker = TestBroker.of(name, folder);
                LogLines lines = LogLines.open()) {
            EventConsumer consumer = broker.consumer();
            append(0, 1);
            database.transactions().executeWithoutResult(status -> {
                log.append("macro_data_updated", 1, "key-0", RECORDED, Map.of("region", 7));
                log.append("macro_data_updated", 7, "key-0", RECORDED, List.of());
            });
            append(1, 2);

            delivery(consumer).drain();

            assertThat(broker.read("macro_data_updated")).hasSize(2);
            List<Received> letters = broker.read("dead_letter");
            assertThat(letters).extracting(Received::key).containsExactly("key-0", "key-0");
            assertThat(letters.getFirst().document().path("reason").asString())
                    .startsWith("not as the schema has it: ");
            assertThat(letters.getFirst()
                            .document()
                            .path("payload")
                            .path("region")
                            .asInt())
                    .isEqualTo(7);
            assertThat(letters.getLast().document().path("reason").asString())
                    .isEqualTo("the payload in the log is not of a shape that this version knows");
            lines.assertSeen("LogMessage.DEAD_LETTER");
        }
    }

    @Test
    void anEventThatKafkaRefusesAsTooLargeBecomesADeadLetter() throws Exception {
        Map<String, String> updates = Map.of("max.message.bytes", "2000");
        try (TestBroker.Kafka broker = TestBroker.Kafka.start(folder, updates, Map.of("max.message.bytes", "4000"))) {
            append(0, 7);
            database.transactions().executeWithoutResult(status -> {
                log.append("macro_data_updated", 1, "key-0", RECORDED, update(7, 100));
                log.append("macro_data_updated", 1, "key-1", RECORDED, update(8, 1_000));
                log.append("macro_data_updated", 1, "key-2", RECORDED, update(9, 100_000));
            });
            append(10, 17);

            EventForwarder forwarder = (EventForwarder) broker.consumer();
            delivery(forwarder).drain();

            assertThat(broker.read("macro_data_updated")).hasSize(14);
            List<Received> letters = broker.read("dead_letter");
            assertThat(letters).hasSize(3);
            assertThat(letters)
                    .allSatisfy(letter -> assertThat(
                                    letter.document().path("reason").asString())
                            .isEqualTo("larger than Kafka takes"));
            assertThat(letters)
                    .filteredOn(letter -> !letter.document().path("payload").isNull())
                    .extracting(Received::key)
                    .containsExactly("key-0");
            assertThat(forwarder.deadLetters()).isEqualTo(3);
            assertThat(forwarder.sent()).isEqualTo(28);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis-server", "valkey-server"})
    void aStreamIsTrimmedToItsLengthAndAFullRedisLosesNothing(String name) throws Exception {
        try (TestBroker.Redis broker = (TestBroker.Redis) TestBroker.of(name, folder)) {
            EventDelivery delivery = delivery(broker.consumer());
            append(0, 3_000);
            delivery.drain();
            long length = broker.process().ask(commands -> commands.xlen("test.alert_raised"));
            assertThat(length).isBetween(TestBroker.LENGTH, TestBroker.LENGTH + 200);

            broker.process().ask(commands -> commands.configSet("maxmemory", "1"));
            append(3_000, 3_010);
            assertThatThrownBy(delivery::drain).hasMessageContaining("it refuses (OOM)");
            broker.process().ask(commands -> commands.configSet("maxmemory", "0"));
            delivery.drain();

            List<Received> received = broker.read("alert_raised");
            assertAll(received.subList(received.size() - 500, received.size()), "alert_raised", 2_510, 500);
            assertOnlyKnownCommands(broker.process());
        }
    }

    private static void assertOnlyKnownCommands(RedisProcess redis) {
        String errors = redis.ask(RedisCommands::info)
                .lines()
                .filter(line -> line.startsWith("errorstat_"))
                .filter(line -> !line.startsWith("errorstat_OOM"))
                .toList()
                .toString();
        assertThat(errors).isEqualTo("[]");
    }
}
