package org.macroedge.server.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;

class EventDeliveryTest {

    private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00Z");

    private Database database;
    private EventLog log;

    /// Keeps what it was given, and can be made to fail, to be inactive or to be stale.
    private static final class Recorder implements EventConsumer {
        private final List<String> events = new ArrayList<>();
        private boolean failing;
        private boolean active = true;
        private boolean leaving;
        private boolean stale;
        private boolean used = true;
        private boolean exclusive = true;
        private int parts = 16;
        private Runnable meanwhile = () -> {};

        @Override
        public String name() {
            return "recorder";
        }

        @Override
        public boolean isUsed() {
            return used;
        }

        @Override
        public Set<String> types() {
            return Set.of("wanted");
        }

        @Override
        public boolean isActive() {
            return active;
        }

        @Override
        public boolean isExclusive() {
            return exclusive;
        }

        @Override
        public int parts() {
            return parts;
        }

        @Override
        public boolean isStale() {
            return stale;
        }

        @Override
        public void rebuild() {
            events.add("rebuilt");
            stale = false;
        }

        @Override
        public void accept(List<Event> delivered) {
            if (failing) {
                throw new IllegalStateException("planted");
            }
            active = !leaving;
            meanwhile.run();
            delivered.forEach(event ->
                    events.add(event.key() + ' ' + event.read(Map.class).get("n")));
        }
    }

    private final Recorder recorder = new Recorder();

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        log = new EventLog(database.jdbc());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyEventOfItsTypesIsDeliveredOnceInTheOrderOfTheLog() {
        append("wanted", "US", 1);
        append("wanted", "JP", 2);
        append("other", "US", 3);
        append("wanted", "US", 4);

        delivery().drain();
        delivery().drain();

        assertThat(recorder.events).containsExactly("US 1", "JP 2", "US 4");
        assertThat(delivery().isBehind()).isFalse();
    }

    @Test
    void aConsumerThatFailsIsGivenTheSameEventsAgain() {
        append("wanted", "US", 1);
        recorder.failing = true;

        assertThatThrownBy(() -> delivery().drain()).hasMessage("planted");

        assertThat(delivery().isBehind()).isTrue();
        recorder.failing = false;
        delivery().drain();
        assertThat(recorder.events).containsExactly("US 1");
    }

    @Test
    void moreEventsThanABatchAreAllDelivered() {
        database.transactions().executeWithoutResult(status -> {
            for (int n = 0; n < 2_500; n++) {
                log.append("wanted", 1, "K" + n % 40, RECORDED, Map.of("n", n));
            }
        });

        delivery().drain();

        assertThat(recorder.events).hasSize(2_500);
        assertThat(recorder.events.getFirst()).isEqualTo("K0 0");
        assertThat(recorder.events.getLast()).isEqualTo("K19 2499");
    }

    /// Keys KA to KP are each in a partition of their own; the second process works while the first is at its work.
    @Test
    void twoProcessesThatTakeHalfOfThePartitionsWorkAtTheSameTime() {
        Recorder second = new Recorder();
        for (Recorder process : List.of(recorder, second)) {
            process.exclusive = false;
            process.parts = 8;
        }
        delivery().drain(); // which places the cursors
        for (int n = 0; n < 16; n++) {
            append("wanted", "K" + (char) ('A' + n), n);
        }
        recorder.meanwhile = () -> {
            recorder.meanwhile = () -> {};
            CompletableFuture.runAsync(delivery(second)::drain)
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join();
        };

        delivery().drain();

        assertThat(recorder.events).hasSize(8);
        assertThat(second.events).hasSize(8).doesNotContainAnyElementsOf(recorder.events);
        assertThat(delivery().isBehind()).isFalse();
    }

    /// Without this, a partition whose keys are quiet would keep the log for ever.
    @Test
    void partitionsWithoutEventsMoveOnWithThoseThatAProcessTakes() {
        recorder.exclusive = false;
        recorder.parts = 1;
        append("wanted", "US", 1);

        delivery().drain();

        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM event_cursor WHERE seq = 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(16);
    }

    @Test
    void aListenerRunsAfterACommitAndNotAfterARollback() {
        List<String> heard = new ArrayList<>();
        log.onAppended(() -> heard.add("news"));

        database.transactions().executeWithoutResult(status -> {
            log.append("wanted", 1, "US", RECORDED, Map.of("n", 1));
            status.setRollbackOnly();
        });
        assertThat(heard).isEmpty();

        append("wanted", "US", 2);
        assertThat(heard).containsExactly("news");
    }

    @Test
    void anExpiredEventIsDeletedOnceItWasProcessed() {
        append("wanted", "US", 1);
        Instant expired = RECORDED.plus(Duration.ofDays(30)).plusSeconds(1);
        assertThat(log.trim(expired, delivery().consumers())).isZero();
        assertThat(delivery().isBehind()).isTrue();

        delivery().drain();
        append("wanted", "US", 2);
        assertThat(log.trim(expired.minusSeconds(1), delivery().consumers())).isZero();
        assertThat(log.trim(expired, delivery().consumers())).isOne();

        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM event_log")
                        .query(Long.class)
                        .single())
                .isOne();
        delivery().drain();
        assertThat(recorder.events).containsExactly("US 1", "US 2");
    }

    @Test
    void aConsumerThatIsNotUsedGetsNothingAndTheLogIsNotKeptForIt() {
        append("wanted", "US", 1);
        delivery().drain();
        append("wanted", "US", 2);
        append("wanted", "US", 3);
        recorder.used = false;

        delivery().drain();

        assertThat(recorder.events).containsExactly("US 1");
        Instant expired = RECORDED.plus(Duration.ofDays(30)).plusSeconds(1);
        assertThat(log.trim(expired, List.of())).isZero();
        assertThat(log.trim(expired, delivery().consumers())).isZero();
        recorder.used = true;
        delivery().drain();
        assertThat(recorder.events).containsExactly("US 1", "US 2", "US 3");
        assertThat(log.trim(expired, delivery().consumers())).isEqualTo(2);
    }

    @Test
    void aStaleConsumerIsRebuiltBeforeItsEventsAreDelivered() {
        append("wanted", "US", 1);
        recorder.stale = true;

        delivery().drain();

        assertThat(recorder.events).containsExactly("rebuilt", "US 1");
    }

    @Test
    void anInactiveConsumerLeavesItsEventsToAnotherProcess() {
        append("wanted", "US", 1);
        recorder.active = false;
        recorder.stale = true;

        assertThat(delivery().isBehind()).isFalse();
        delivery().drain();

        assertThat(recorder.events).isEmpty();
        recorder.active = true;
        recorder.stale = false;
        assertThat(delivery().isBehind()).isTrue();
    }

    @Test
    void aConsumerThatBecomesInactiveAtWorkIsRolledBack() {
        append("wanted", "US", 1);
        recorder.leaving = true;

        delivery().drain();

        assertThat(recorder.events).containsExactly("US 1");
        recorder.active = true;
        recorder.leaving = false;
        delivery().drain();
        assertThat(recorder.events).containsExactly("US 1", "US 1");
    }

    @Test
    void theEventsBetweenTwoRecordTimesAreReadInTheOrderOfTheLog() {
        append("wanted", "US", 1);
        append("other", "US", 2);
        append("wanted", "JP", 3);

        assertThat(log.events("wanted", 0, RECORDED.minusSeconds(1), RECORDED))
                .extracting(Event::key)
                .containsExactly("US", "JP");
        assertThat(log.events("wanted", 2, RECORDED.minusSeconds(1), RECORDED))
                .extracting(Event::key)
                .containsExactly("JP");
        assertThat(log.events("wanted", 0, RECORDED, RECORDED.plusSeconds(1))).isEmpty();
    }

    private EventDelivery delivery() {
        return delivery(recorder);
    }

    private EventDelivery delivery(EventConsumer consumer) {
        return new EventDelivery(database.jdbc(), database.transactions(), List.of(consumer));
    }

    private void append(String type, String key, int n) {
        database.transactions().executeWithoutResult(status -> log.append(type, 1, key, RECORDED, Map.of("n", n)));
    }
}
