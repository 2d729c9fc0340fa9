package org.macroedge.server.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.bias.DerivedRows;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.cli.ResumingFollower;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.soak.Soak;

/// Five servers of three roles go through kills, hangs, cuts of the network and of the power, steps of the clock and
/// full disks of themselves, of their database and of their brokers, while programs push, correct and take back, a
/// publisher is asked and clients follow. Whenever that is over, nothing is lost or doubled, the stored biases are
/// those of a full computation, and all are well again. Each round has a seed of its own; properties `macro-edge.first`
/// and `macro-edge.rounds` choose the first and the last.
@Tag("system")
@Tag("seeded")
class ChaosTest {

    private static final List<List<String>> INDICATORS = List.of(
            List.of("us-cpi-mom", "us-core-cpi-mom"),
            List.of("us-ppi-mom", "us-core-ppi-mom"),
            List.of("us-retail-sales-mom", "us-core-retail-sales-mom"),
            List.of("gb-cpi-yoy", "gb-core-cpi-yoy"));

    private static final String DUE = """
        UPDATE scheduled_task SET execution_time = now() - interval '10 minutes'
        WHERE task_name = 'daily_macro_ingestion' AND NOT picked
        """;
    private static final String STALE = "UPDATE source_request SET fetched_at = fetched_at - interval '1 hour'";

    /// Consumers that have not processed the end of the log.
    private static final String BEHIND = """
        SELECT consumer, cursor.part FROM event_cursor AS cursor
        WHERE seq < (SELECT max(log.seq) FROM event_log AS log WHERE log.part = cursor.part)
        UNION ALL SELECT weight_set || ' ' || as_of, 0 FROM bias_due
        """;
    /// How many spans of biases were left in shares, since the database began to count.
    private static final String SHARED = "SELECT n_tup_ins FROM pg_stat_user_tables WHERE relname = 'bias_due'";
    private static final String FOLLOWED = """
        SELECT seq FROM event_log
        WHERE seq > ? AND type IN ('macro_data_updated', 'bias_computed', 'regime_changed', 'job_run_recorded')
        ORDER BY seq
        """;

    /// The publisher may be asked ten times a minute.
    private static final int LOOKS_A_RUN = 150;

    /// A run of a job that was killed is made again once six heartbeats of ten seconds are missing.
    private static final Patience PATIENCE = Patience.ofSeconds(90);

    @TempDir
    private Path folder;

    private final Map<Fault.Kind, Integer> counts = new TreeMap<>();
    private final List<ChangingPusher> pushers = new ArrayList<>();
    private ExecutorService threads;
    private ChaosSystem system;
    private SentEvents sent;
    private ResumingFollower follower;
    private long mostShared;

    @BeforeEach
    void start() throws Exception {
        threads = Executors.newVirtualThreadPerTaskExecutor();
        system = ChaosSystem.start(folder);
        sent = new SentEvents(system.kafka);
        follower = new ResumingFollower(system.api().address(), system.key);
        threads.submit(follower);
        PATIENCE.await(() -> "the client follows", () -> follower.start() != null);
        SplittableRandom random = new SplittableRandom(1);
        for (List<String> pair : INDICATORS) {
            ChangingPusher pusher =
                    new ChangingPusher(new ApiClient(system.api().address(), system.key), pair, random.split());
            pushers.add(pusher);
            threads.submit(pusher);
        }
    }

    @AfterEach
    void stop() {
        pushers.forEach(ChangingPusher::stop);
        if (follower != null) {
            follower.stop();
        }
        threads.shutdownNow();
        if (system != null) {
            system.close();
        }
    }

    @Test
    void whateverHappensNothingIsLostOrDoubledAndAllAreWellAgain() throws Exception {
        for (long seed : Soak.seeds(20, 100).toArray()) {
            List<Fault> faults = Fault.draw(new SplittableRandom(seed));
            long start = System.nanoTime();
            happen(faults);
            check("seed %d: %s".formatted(seed, faults));
            System.out.printf(
                    "seed %d, %d ms: %s%n", seed, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start), faults);
        }
        assertThat(mostShared).as("spans of biases in shares").isPositive();
        System.out.printf(
                "%d pushes, %d undone, %d sent again, %d without an answer; %d events to a client that connected %d"
                        + " times, %d came to Kafka again; up to %d shares of biases; %s%n",
                sum(pusher -> pusher.pushed.size()),
                sum(pusher -> pusher.undone.size()),
                sum(pusher -> pusher.repeated),
                sum(pusher -> pusher.unanswered),
                follower.ids.size(),
                follower.connections,
                sent.repeated(),
                mostShared,
                counts);
    }

    private int sum(ToIntFunction<ChangingPusher> figure) {
        return pushers.stream().mapToInt(figure).sum();
    }

    private void happen(List<Fault> faults) throws Exception {
        system.publisher.publish();
        try (Database database = system.database()) {
            ingest(database);
        }
        pushers.forEach(ChangingPusher::resume);
        List<Future<?>> happening = new ArrayList<>();
        for (Fault fault : faults) {
            counts.merge(fault.kind(), 1, Integer::sum);
            happening.add(threads.submit(() -> {
                fault.happen(system);
                return null;
            }));
        }
        for (Future<?> ended : happening) {
            ended.get();
        }
    }

    /// Lets the job that asks the publisher be due.
    private static boolean ingest(Database database) {
        database.jdbc().sql(STALE).update();
        return database.jdbc().sql(DUE).update() > 0;
    }

    private void check(String what) throws Exception {
        system.awaitWell(PATIENCE);
        follower.reconnect();
        pushers.forEach(ChangingPusher::pause);
        PATIENCE.await(
                () -> "each push has an answer, " + what + "\n" + system.written(),
                () -> pushers.stream().allMatch(ChangingPusher::isIdle));
        try (Database database = system.database()) {
            StoredChanges stored = new StoredChanges(database, pushers);
            assertIngested(database, stored, what);
            stored.assertOnce(what);
            assertDerived(database, stored, what);
            mostShared = Math.max(
                    mostShared, database.jdbc().sql(SHARED).query(Long.class).single());
            sent.assertAll(database, what);
            assertFollowed(database, what);
        }
    }

    private void assertIngested(Database database, StoredChanges stored, String what) throws InterruptedException {
        List<String> published = system.publisher.published();
        int[] looks = {0};
        PATIENCE.await(
                () -> "ingestion, %s: %s instead of %s after %s%n%s"
                        .formatted(what, stored.ingested(), published, stored.runs(), system.written()),
                () -> {
                    if (looks[0]++ % LOOKS_A_RUN == LOOKS_A_RUN - 1) {
                        ingest(database);
                    }
                    return stored.ingested().size() >= published.size();
                });
        assertThat(stored.ingested()).as(what).isEqualTo(published);
    }

    private void assertDerived(Database database, StoredChanges stored, String what) throws InterruptedException {
        PATIENCE.await(
                () -> "all events are processed, " + what + ": " + behind(database) + "\n" + system.written(),
                () -> behind(database).isEmpty());
        assertThat(stored.standing()).as(what).containsAllEntriesOf(stored.expected());
        DerivedRows rows = DerivedRows.of(database);
        TestStore store = TestStore.of(database, CatalogueLoader.load(Path.of("../catalogue")), Clock.systemUTC());
        DerivedRows.rebuilt(database, store).assertEqualTo(rows, what);
        assertThat(rows.size("bias")).isPositive();
    }

    private static List<String> behind(Database database) {
        return database.jdbc()
                .sql(BEHIND)
                .query((row, number) -> row.getString(1) + " " + row.getInt(2))
                .list();
    }

    private void assertFollowed(Database database, String what) throws InterruptedException {
        long start = follower.start();
        PATIENCE.await(
                () -> "the client has %d events instead of %d, %s"
                        .formatted(follower.ids.size(), logged(database, start).size(), what),
                () -> List.copyOf(follower.ids).equals(logged(database, start)));
    }

    private static List<Long> logged(Database database, long start) {
        return database.jdbc().sql(FOLLOWED).param(start).query(Long.class).list();
    }
}
