package org.macroedge.server.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.macroedge.server.messages.LogLines;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.home.DiskSpace;
import org.springframework.jdbc.core.simple.JdbcClient;

@Timeout(60)
class EventPumpTest {

    private Database database;
    private EventLog log;

    /// Does something with each delivery.
    private record Working(Consumer<List<Event>> work) implements EventConsumer {

        @Override
        public String name() {
            return "working";
        }

        @Override
        public Set<String> types() {
            return Set.of("wanted");
        }

        @Override
        public boolean isActive() {
            return true;
        }

        @Override
        public boolean isExclusive() {
            return true;
        }

        @Override
        public boolean isStale() {
            return false;
        }

        @Override
        public void rebuild() {}

        @Override
        public void accept(List<Event> delivered) {
            work.accept(delivered);
        }
    }

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        log = new EventLog(database.jdbc());
        database.transactions()
                .executeWithoutResult(
                        status -> log.append("wanted", 1, "US", Instant.parse("2026-01-01T00:00:00Z"), Map.of("n", 1)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aStopCancelsADeliveryThatTakesTooLongAndTheNextStartRedoesIt() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        JdbcClient jdbc = database.jdbc();
        EventDelivery delivery = delivery(delivered -> {
            begun.countDown();
            jdbc.sql("SELECT pg_sleep(3600)").query((row, number) -> true).list();
        });
        EventPump pump = new EventPump(delivery, log, Duration.ofMillis(1), Duration.ofMinutes(1));
        try (LogLines lines = LogLines.open()) {
            pump.start();
            begun.await();

            pump.stop();

            lines.assertSeen("LogMessage.HISTORY_INTERRUPTED");
            assertThat(lines.lines()).hasSize(1);
        }
        assertThat(delivery(delivered -> {}).isBehind()).isTrue();
    }

    @Test
    void aStopLeavesADeliveryThatCannotBeCancelledBehind() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        EventDelivery delivery = delivery(delivered -> {
            begun.countDown();
            compute(ended);
        });
        EventPump pump = new EventPump(delivery, log, Duration.ofMillis(1), Duration.ofMillis(300));
        try (LogLines lines = LogLines.open()) {
            pump.start();
            begun.await();

            pump.stop();

            lines.assertSeen("LogMessage.HISTORY_INTERRUPTED");
            assertThat(delivery.hasEnded()).isTrue();
            assertThat(delivery(events -> {}).isBehind()).isTrue();
        } finally {
            ended.countDown();
        }
    }

    /// As a computation, it hears of no interruption.
    private static void compute(CountDownLatch ended) {
        boolean isComputing = true;
        while (isComputing) {
            try {
                ended.await();
                isComputing = false;
            } catch (InterruptedException unheard) {
                continue;
            }
        }
    }

    @Test
    void aStopDeliversWhatTheLastRequestsLeft() {
        CountDownLatch delivered = new CountDownLatch(1);
        EventPump pump = new EventPump(delivery(events -> delivered.countDown()), log);

        pump.start();
        pump.stop();

        assertThat(delivered.getCount()).isZero();
        assertThat(delivery(events -> {}).isBehind()).isFalse();
    }

    @Test
    void aFaultThatTheUserCanActOnIsOneLineOnceAndAgainAtTheStop() throws InterruptedException {
        CountDownLatch tried = new CountDownLatch(2);
        MacroEdgeException full = DiskSpace.full(Path.of("home"), null);
        EventPump pump = new EventPump(
                delivery(events -> {
                    tried.countDown();
                    throw full;
                }),
                log);
        try (LogLines lines = LogLines.open()) {
            pump.start();
            database.transactions()
                    .executeWithoutResult(status ->
                            log.append("wanted", 1, "US", Instant.parse("2026-01-01T00:00:01Z"), Map.of("n", 2)));
            tried.await();
            pump.stop();

            lines.assertSeen("LogMessage.CONSUMER_FAILED");
            lines.assertSeen("LogMessage.HISTORY_BEHIND");
            assertThat(lines.lines()).hasSize(2);
        }
    }

    private EventDelivery delivery(Consumer<List<Event>> work) {
        return new EventDelivery(database.jdbc(), database.transactions(), List.of(new Working(work)));
    }
}
