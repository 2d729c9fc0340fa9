package org.macroedge.server.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;

/// Work that a consumer leaves to all processes in shares.
class SharedWorkTest {

    private static final String KEY = "(hashtextextended('event consumer sharer', 0))";
    private static final String WAITING = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";

    private final ExecutorService threads = Executors.newSingleThreadExecutor();
    private final List<String> done = new ArrayList<>();
    private final Consumer sharer = new Consumer("sharer");
    private final Consumer later = new Consumer("later");
    private Database database;
    private EventLog log;
    private EventDelivery delivery;

    /// Notes what it does, and can be made to fail or to have shares.
    private final class Consumer implements EventConsumer {
        private final String name;
        private int shares;
        private boolean claimed;
        private boolean failing;
        private Runnable meanwhile = () -> {};

        Consumer(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Set<String> types() {
            return Set.of("wanted");
        }

        @Override
        public boolean isExclusive() {
            return true;
        }

        @Override
        public void accept(List<Event> delivered) {
            if (failing) {
                throw new IllegalStateException(name + " fails");
            }
            done.add(name + " takes " + delivered.size());
        }

        @Override
        public boolean hasShares() {
            return shares > 0;
        }

        @Override
        public boolean share() {
            if (claimed) {
                return false;
            }
            if (shares > 0) {
                shares--;
                done.add("share");
                meanwhile.run();
            }
            return true;
        }
    }

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        log = new EventLog(database.jdbc());
        delivery = new EventDelivery(database.jdbc(), database.transactions(), List.of(sharer, later));
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        database.close();
    }

    private void append() {
        database.transactions()
                .executeWithoutResult(
                        status -> log.append("wanted", 1, "US", Instant.parse("2026-01-01T00:00:00Z"), Map.of("n", 1)));
    }

    private void awaitWaiting() {
        while (database.jdbc().sql(WAITING).query(Integer.class).single() == 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void eventsAreLookedForAfterEachShare() {
        sharer.shares = 2;
        sharer.meanwhile = () -> {
            sharer.meanwhile = () -> {};
            append();
        };

        assertThat(delivery.isBehind()).isTrue();
        delivery.drain();

        assertThat(done).containsExactly("share", "sharer takes 1", "later takes 1", "share");
        assertThat(delivery.isBehind()).isFalse();
    }

    @Test
    void aLaterConsumerThatFailsDoesNotKeepSharesFromBeingDone() {
        append();
        sharer.shares = 2;
        later.failing = true;

        assertThatThrownBy(() -> delivery.drain()).hasMessage("later fails");

        assertThat(done).containsExactly("sharer takes 1", "share", "share");
        later.failing = false;
        delivery.drain();
        assertThat(done).endsWith("share", "later takes 1");
    }

    @Test
    void aLaterConsumerThatFailedIsTriedAgainAfterAShare() {
        append();
        sharer.shares = 2;
        later.failing = true;
        sharer.meanwhile = () -> later.failing = false;

        delivery.drain();

        assertThat(done).containsExactly("sharer takes 1", "share", "later takes 1", "share");
    }

    @Test
    void aConsumerThatFailsDoesNoShares() {
        append();
        sharer.shares = 2;
        sharer.failing = true;

        assertThatThrownBy(() -> delivery.drain()).hasMessage("sharer fails");

        assertThat(done).isEmpty();
        assertThat(sharer.shares).isEqualTo(2);
    }

    @Test
    void aServerThatStopsLeavesThemAfterTheOneInHand() {
        sharer.shares = 3;
        sharer.meanwhile = delivery::stopSharing;

        delivery.drain();

        assertThat(done).containsExactly("share");
        assertThat(delivery.isBehind()).isTrue();
    }

    @Test
    void whoHasNothingToDoDoesNotWaitForTheLock() throws Exception {
        try (Connection busy = database.connect()) {
            busy.createStatement().execute("SELECT pg_advisory_lock" + KEY);

            threads.submit(() -> delivery.drain()).get(60, TimeUnit.SECONDS);

            assertThat(done).isEmpty();
        }
    }

    @Test
    void whoHasEventsWaitsForTheSharesOfOthersOnceNothingElseIsLeft() throws Exception {
        append();
        Future<?> drain;
        try (Connection sharing = database.connect()) {
            sharing.createStatement().execute("SELECT pg_advisory_lock_shared" + KEY);
            drain = threads.submit(() -> delivery.drain());
            awaitWaiting();
            assertThat(done).containsExactly("later takes 1");
        }

        drain.get(60, TimeUnit.SECONDS);

        assertThat(done).containsExactly("later takes 1", "sharer takes 1");
    }

    /// Otherwise the shares of two processes, of which one always has the lock, would keep events from both.
    @Test
    void eventsWaitForTheSharesOfOthersThatAreInHandAndNotForAll() throws Exception {
        append();
        sharer.shares = 2;
        Future<?> drain;
        try (Connection sharing = database.connect()) {
            sharing.createStatement().execute("SELECT pg_advisory_lock_shared" + KEY);
            drain = threads.submit(() -> delivery.drain());
            awaitWaiting();
            assertThat(done).containsExactly("later takes 1");
        }

        drain.get(60, TimeUnit.SECONDS);

        assertThat(done).containsExactly("later takes 1", "sharer takes 1", "share", "share");
    }

    @Test
    void sharesAreDoneBesideThoseOfOthersAndNotWhileOneTakesEvents() throws Exception {
        sharer.shares = 1;
        try (Connection sharing = database.connect()) {
            sharing.createStatement().execute("SELECT pg_advisory_lock_shared" + KEY);
            threads.submit(() -> delivery.drain()).get(60, TimeUnit.SECONDS);
            assertThat(done).containsExactly("share");
        }
        sharer.shares = 1;
        Future<?> drain;
        try (Connection taking = database.connect()) {
            taking.createStatement().execute("SELECT pg_advisory_lock" + KEY);
            drain = threads.submit(() -> delivery.drain());
            awaitWaiting();
            assertThat(done).hasSize(1);
        }
        drain.get(60, TimeUnit.SECONDS);
        assertThat(done).containsExactly("share", "share");
    }

    @Test
    void whereAllAreClaimedByOthersADrainWaitsForThem() throws Exception {
        sharer.shares = 1;
        sharer.claimed = true;
        Future<?> drain;
        try (Connection sharing = database.connect()) {
            sharing.createStatement().execute("SELECT pg_advisory_lock_shared" + KEY);
            drain = threads.submit(() -> delivery.drain());
            awaitWaiting();
            assertThat(drain.isDone()).isFalse();
            sharer.claimed = false;
        }

        drain.get(60, TimeUnit.SECONDS);

        assertThat(done).containsExactly("share");
    }

    @Test
    void whatCannotBeDoneNowIsLeft() {
        sharer.shares = 1;
        sharer.claimed = true;

        delivery.drain();

        assertThat(done).isEmpty();
        assertThat(delivery.isBehind()).isTrue();
    }
}
