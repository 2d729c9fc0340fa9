package org.macroedge.server.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;

class EventDeliveryTest {

    private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00Z");

    private Database database;
    private EventLog log;

    /// Keeps what it was told, and can be made to fail.
    private static final class Listener implements EventConsumer {
        private final List<String> told = new ArrayList<>();
        private boolean failing;

        @Override
        public String name() {
            return "listener";
        }

        @Override
        public Set<String> types() {
            return Set.of("wanted");
        }

        @Override
        public void accept(List<Event> events) {
            if (failing) {
                throw new IllegalStateException("planted");
            }
            events.forEach(
                    event -> told.add(event.key() + ' ' + event.read(Map.class).get("n")));
        }
    }

    private final Listener listener = new Listener();

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
    void everyEventOfItsTypesIsToldOnceInTheOrderOfTheLog() {
        append("wanted", "US", 1);
        append("wanted", "JP", 2);
        append("other", "US", 3);
        append("wanted", "US", 4);

        delivery().drain();
        delivery().drain();

        assertThat(listener.told).containsExactly("US 1", "JP 2", "US 4");
        assertThat(delivery().isBehind()).isFalse();
    }

    @Test
    void aConsumerThatFailsKeepsItsPlace() {
        append("wanted", "US", 1);
        listener.failing = true;

        assertThatThrownBy(() -> delivery().drain()).hasMessage("planted");

        assertThat(delivery().isBehind()).isTrue();
        listener.failing = false;
        delivery().drain();
        assertThat(listener.told).containsExactly("US 1");
    }

    @Test
    void moreEventsThanABatchArriveAll() {
        database.transactions().executeWithoutResult(status -> {
            for (int n = 0; n < 2_500; n++) {
                log.append("wanted", 1, "K" + n % 40, RECORDED, Map.of("n", n));
            }
        });

        delivery().drain();

        assertThat(listener.told).hasSize(2_500);
        assertThat(listener.told.getFirst()).isEqualTo("K0 0");
        assertThat(listener.told.getLast()).isEqualTo("K19 2499");
    }

    @Test
    void theLogTellsOfACommitAndNotOfARollback() {
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
    void anOldEventIsForgottenOnceItWasTaken() {
        append("wanted", "US", 1);
        log.forget(RECORDED.plusSeconds(1));
        assertThat(delivery().isBehind()).isTrue();

        delivery().drain();
        append("wanted", "US", 2);
        log.forget(RECORDED.plusSeconds(1));

        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM event_log")
                        .query(Long.class)
                        .single())
                .isOne();
        delivery().drain();
        assertThat(listener.told).containsExactly("US 1", "US 2");
    }

    private EventDelivery delivery() {
        return new EventDelivery(database.jdbc(), database.transactions(), List.of(listener));
    }

    private void append(String type, String key, int n) {
        database.transactions().executeWithoutResult(status -> log.append(type, 1, key, RECORDED, Map.of("n", n)));
    }
}
