package org.macroedge.server.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.macroedge.server.events.forwarding.EventForwarder;
import org.macroedge.server.events.forwarding.OutgoingEvent;
import org.macroedge.server.events.forwarding.RedisTransport;
import org.macroedge.server.events.forwarding.Transport;
import org.macroedge.server.messages.LogLines;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.springframework.boot.health.contributor.Status;

@Timeout(60)
class EventForwardingTest {

    private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00Z");

    private Database database;
    private EventLog log;
    private final Broker broker = new Broker();

    /// Keeps what it was sent, and can be lost or refuse.
    private static final class Broker implements Transport {
        private final List<OutgoingEvent> events = new CopyOnWriteArrayList<>();
        private final List<Integer> turns = new CopyOnWriteArrayList<>();
        private volatile boolean lost;
        private volatile Predicate<OutgoingEvent> refused = event -> false;
        /// Nothing listens there.
        private final Transport nowhere = new RedisTransport("redis://127.0.0.1:1", "test", 1_000);

        @Override
        public void check() {
            if (lost) {
                nowhere.check();
            }
        }

        @Override
        public Map<OutgoingEvent, String> send(List<OutgoingEvent> sent) {
            check();
            turns.add(sent.size());
            Map<OutgoingEvent, String> refusals = new LinkedHashMap<>();
            for (OutgoingEvent event : sent) {
                if (refused.test(event)) {
                    refusals.put(event, "planted");
                } else {
                    events.add(event);
                }
            }
            return refusals;
        }

        List<Long> ids(String channel) {
            return events.stream()
                    .filter(event -> event.channel().equals(channel))
                    .map(OutgoingEvent::id)
                    .toList();
        }

        @Override
        public void close() {
            nowhere.close();
        }
    }

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        log = new EventLog(database.jdbc());
    }

    @AfterEach
    void close() {
        broker.close();
        database.close();
    }

    private EventForwarder forwarder() {
        List<PublishedType> types = List.of(PublishedType.of("macro_data_updated", 1, Map.class));
        return new EventForwarder("broker-test", types, broker, () -> EventLog.PARTITIONS);
    }

    private EventForwarding forwarding(EventForwarder forwarder) {
        return new EventForwarding(forwarder, broker, database.jdbc(), database.transactions(), log);
    }

    private void append(String key, Object payload) {
        database.transactions()
                .executeWithoutResult(status -> log.append("macro_data_updated", 1, key, RECORDED, payload));
    }

    private void append(String key) {
        append(
                key,
                Map.of(
                        "region",
                        key,
                        "batch",
                        1,
                        "indicators",
                        List.of("us-cpi-mom"),
                        "marketFrom",
                        RECORDED,
                        "marketTo",
                        RECORDED));
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            Thread.sleep(5);
        }
    }

    @Test
    void aBrokerThatIsLostIsToldOnceAndHoldsNothingUp() throws Exception {
        EventForwarder forwarder = forwarder();
        EventForwarding forwarding = forwarding(forwarder);
        BrokerHealth health = new BrokerHealth(forwarding);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        new ForwardingMeters(forwarding).bindTo(meters);
        broker.lost = true;
        append("US");
        try (LogLines lines = LogLines.open()) {
            forwarding.start();
            await(() -> forwarder.fault() != null);
            append("US");
            append("DE");

            assertThat(health.health().getStatus()).isEqualTo(BrokerHealth.WAITING);
            assertThat(health.health().getDetails().get("reason"))
                    .isEqualTo("Redis at 127.0.0.1:1 takes no events: it does not answer. Let it run, or correct the"
                            + " settings of the connection");
            assertThat(meters.get("macro.edge.event.backlog")
                            .tag("consumer", "broker-test")
                            .gauge()
                            .value())
                    .isEqualTo(3);
            assertThat(log.trim(RECORDED.plus(Duration.ofDays(31)), forwarding.consumers()))
                    .as("events that wait are kept")
                    .isZero();
            assertThat(lines.lines()).hasSize(1);
            lines.assertSeen("LogMessage.EVENTS_WAIT");

            broker.lost = false;
            forwarding.wake();
            await(() -> broker.ids("macro_data_updated").size() == 3);
            await(() -> forwarder.fault() == null);
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            assertThat(meters.get("macro.edge.event.sent").functionCounter().count())
                    .isEqualTo(3);

            broker.lost = true;
            append("US");
            await(() -> forwarder.fault() != null);
            forwarding.stop();
            lines.assertSeen("LogMessage.EVENTS_LEFT");
        }
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(forwarding.delivery().isBehind()).isTrue();
    }

    @Test
    void anEventIsSentOnceThoseBeforeItOfItsKeyAreAcknowledged() {
        for (String key : List.of("US", "DE", "US", "US", "GB", "DE")) {
            append(key);
        }
        EventDelivery delivery = delivery(forwarder());

        delivery.drain();

        assertThat(broker.turns).containsExactly(3, 2, 1);
        assertThat(broker.events).extracting(OutgoingEvent::key).containsExactly("US", "DE", "GB", "US", "DE", "US");
        assertThat(new String(broker.events.getFirst().json(), StandardCharsets.UTF_8))
                .startsWith("{\"id\":1,\"type\":\"macro_data_updated\",\"version\":1,\"key\":\"US\","
                        + "\"recordedAt\":\"2026-01-01T00:00:00Z\",\"payload\":{");
        delivery.drain();
        assertThat(broker.events).hasSize(6);
    }

    private EventDelivery delivery(EventForwarder forwarder) {
        return new EventDelivery(database.jdbc(), database.transactions(), List.of(forwarder));
    }

    @Test
    void anEventThatTheBrokerRefusesBecomesADeadLetter() {
        broker.refused = event -> event.channel().equals("macro_data_updated") && event.id() == 2;
        append("US");
        append("US");
        append("US", Map.of("region", "US"));
        append("US");
        EventForwarder forwarder = forwarder();

        try (LogLines lines = LogLines.open()) {
            delivery(forwarder).drain();
            lines.assertSeen("LogMessage.DEAD_LETTER");
            assertThat(lines.lines()).hasSize(2);
        }
        assertThat(broker.ids("macro_data_updated")).containsExactly(1L, 4L);
        assertThat(broker.ids("dead_letter")).containsExactly(2L, 3L);
        assertThat(forwarder.deadLetters()).isEqualTo(2);
        assertThat(forwarder.sent()).isEqualTo(2);
    }

    @Test
    void aBrokerThatRefusesDeadLettersIsLost() {
        broker.refused = event -> true;
        append("US");
        EventForwarder forwarder = forwarder();
        EventDelivery delivery = delivery(forwarder);

        assertThatThrownBy(delivery::drain)
                .isInstanceOfSatisfying(
                        MacroEdgeException.class,
                        lost -> assertThat(lost.code()).isEqualTo(ProblemCode.UNAVAILABLE))
                .hasMessageStartingWith("The broker takes no events: it refuses dead letters");
        assertThat(delivery.isBehind()).isTrue();
        assertThat(forwarder.deadLetters()).isZero();
    }

    @Test
    void withoutABrokerNothingIsSentAndTheLogIsKeptForNobody() {
        EventForwarder forwarder =
                new EventForwarder("broker-none", List.of(), Transport.NONE, () -> EventLog.PARTITIONS);
        EventForwarding forwarding =
                new EventForwarding(forwarder, Transport.NONE, database.jdbc(), database.transactions(), log);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        new ForwardingMeters(forwarding).bindTo(meters);
        forwarding.start();

        assertThat(forwarding.isRunning()).isFalse();
        assertThat(forwarding.consumers()).isEmpty();
        assertThat(meters.getMeters())
                .extracting(meter -> meter.getId().getName())
                .containsExactlyInAnyOrder("macro.edge.event.sent", "macro.edge.event.dead.letters");
        assertThat(new BrokerHealth(forwarding).health().getStatus()).isEqualTo(Status.UNKNOWN);
        forwarding.stop();
    }
}
