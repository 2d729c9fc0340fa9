package org.macroedge.server.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;
import org.macroedge.server.surprises.DerivedFrom;
import org.macroedge.server.weights.ReasonRequest;
import org.macroedge.server.weights.WeightSetProposal;
import org.macroedge.server.weights.WeightSetVersions;

/// Biases of the past that a change left to all processes.
class BiasSharesTest {

    private static final Path CATALOGUE = Path.of("../catalogue");
    private static final Catalogue LOADED = CatalogueLoader.load(CATALOGUE);
    private static final Profiles PROFILES = new Profiles(CATALOGUE.resolve("profiles"), Path.of("none"), () -> LOADED);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String HEADER = "indicator,released_at,period,actual,forecast,previous\n";
    private static final String FIRST = "us-cpi-mom,2018-01-12T13:30:00Z,,%s,0.1,\n";
    private static final String MIDDLE = "us-cpi-mom,2018-03-13T12:30:00Z,,%s,0.1,\n";
    private static final String LAST = "us-cpi-mom,2018-06-12T12:30:00Z,,%s,0.1,\n";
    private static final int INSTRUMENTS = LOADED.instruments().size();
    private static final String WAITING = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private Database database;
    private TestStore store;
    private SharingProcess process;
    private SharingProcess other;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        store = store();
        store.adoption().adopt();
        process = new SharingProcess(store, database);
        other = new SharingProcess(store(), database);
        load(FIRST.formatted("0.1") + MIDDLE.formatted("0.3") + LAST.formatted("0.2"));
        process.drain();
        assertRebuilt("the first import");
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        database.close();
    }

    private TestStore store() {
        return TestStore.of(database, LOADED, CLOCK);
    }

    private void load(String rows) {
        CalendarFile file = new CalendarFile(
                "rows.csv", () -> new ByteArrayInputStream((HEADER + rows).getBytes(StandardCharsets.UTF_8)));
        store.imports()
                .run(
                        new ImportRequest("macro-edge", PROFILES.named("macro-edge"), List.of(file), false, false),
                        ImportProgress.SILENT);
    }

    private void undoLast() {
        store.imports()
                .undo(store.imports().list().stream()
                        .filter(batch -> batch.kind().equals("calendar") && batch.undoneBy() == null)
                        .mapToLong(batch -> Objects.requireNonNull(batch.batch()))
                        .max()
                        .orElseThrow());
    }

    private void assertRebuilt(String when) {
        DerivedRows.of(database).assertEqualTo(DerivedRows.rebuilt(database, store), when);
    }

    private long count(String sql) {
        return database.jdbc().sql(sql).query(Long.class).single();
    }

    private long due() {
        return count("SELECT count(*) FROM bias_due");
    }

    private long told() {
        return count("SELECT count(*) FROM event_log WHERE type = 'bias_computed'");
    }

    private static void await(CyclicBarrier both) {
        try {
            both.await(60, TimeUnit.SECONDS);
        } catch (Exception late) {
            throw new IllegalStateException(late);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void awaitWaiting() {
        while (count(WAITING) == 0) {
            Thread.onSpinWait();
        }
    }

    /// Nobody reads a bias of other inputs under the id of a run.
    @Test
    void aChangeWritesTheNewestBiasesTellsOfThemAndDeletesWhatIsWrong() {
        long before = count("SELECT count(*) FROM bias_value");
        load(FIRST.formatted("0.4"));

        process.leave();

        long told = told();
        assertThat(due()).isGreaterThan(10);
        assertThat(told).isGreaterThan(20).isLessThanOrEqualTo(count("SELECT count(*) FROM bias_series"));
        assertThat(count("SELECT count(*) FROM bias_value JOIN bias_series AS series ON number = series"
                        + " JOIN bias_due AS due ON due.weight_set = series.weight_set"
                        + " AND bias_value.as_of >= due.as_of AND bias_value.as_of < due.until"
                        + " AND instrument = ANY (instruments)"))
                .isZero();
        assertThat(count("SELECT count(DISTINCT instrument) FROM read.bias_gaps"
                        + " WHERE missing_from >= '2018-01-12T13:30:00Z' AND missing_until <= '2018-06-12T12:30:00Z'"))
                .isEqualTo(told / 2);
        assertThat(count("SELECT count(*) FROM bias_value WHERE as_of = '2018-06-12T12:30:00Z'"))
                .isEqualTo(count("SELECT count(*) FROM bias_series"));
        process.drain();
        assertThat(due()).isZero();
        assertThat(count("SELECT count(*) FROM bias_value")).isEqualTo(before);
        assertThat(told()).isEqualTo(told);
        assertRebuilt("the change");
    }

    @Test
    void aProcessThatIsAloneLeavesNothing() {
        load(FIRST.formatted("0.4"));
        BiasShares alone = new BiasShares(
                database, store.bias(), store.get(DerivedFrom.class), () -> false, new BiasShares.Sizes(0, 0));
        assertThat(alone.first(List.of(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)), 1_000, 1))
                .isEqualTo(Instant.MIN);

        store.delivery().drain();

        assertThat(due()).isZero();
        assertRebuilt("one process");
    }

    @Test
    void fewBiasesAreComputedAtOnceAndOfManyTheNewest() {
        List<Instant> instants = List.of(Instant.EPOCH, Instant.EPOCH.plusSeconds(1), Instant.EPOCH.plusSeconds(2));
        BiasShares shares = new BiasShares(
                database, store.bias(), store.get(DerivedFrom.class), () -> true, new BiasShares.Sizes(30, 20));

        assertThat(shares.first(instants, 30, 10)).isEqualTo(Instant.MIN);
        assertThat(shares.first(instants, 31, 10)).isEqualTo(instants.get(1));
        assertThat(shares.first(instants, 31, 21)).isEqualTo(instants.get(2));
        assertThat(shares.first(instants, 31, 1)).isEqualTo(instants.getFirst());
    }

    /// Each holds its claim until the other has one too.
    @Test
    void twoEnginesTakeHalfOfTheSharesEach() throws Exception {
        load(FIRST.formatted("0.4"));
        process.leave();
        int half = (int) due() / 2;
        CyclicBarrier both = new CyclicBarrier(2);

        Future<Integer> first = threads.submit(() -> process.share(half, () -> await(both)));
        Future<Integer> second = threads.submit(() -> other.share(half, () -> await(both)));

        assertThat(List.of(first.get(), second.get())).containsOnly(half);
        assertThat(due()).isLessThan(2);
        process.drain();
        assertRebuilt("two engines");
    }

    @Test
    void whatAnEngineHadClaimedWhenItWasKilledIsDoneByAnother() {
        load(FIRST.formatted("0.4"));
        process.leave();
        long all = due();
        long told = told();

        assertThatThrownBy(() -> process.share(3, () -> {
                    if (due() == all - 2) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");

        assertThat(due()).isEqualTo(all - 1);
        other.drain();
        assertThat(due()).isZero();
        assertThat(told()).isEqualTo(told);
        assertRebuilt("a kill");
    }

    @Test
    void whoDrainsWaitsForTheSharesOfOthers() throws Exception {
        load(FIRST.formatted("0.4"));
        process.leave();
        CountDownLatch claimed = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        Future<Integer> slow = threads.submit(() -> process.share(1, () -> {
            claimed.countDown();
            await(finish);
        }));
        await(claimed);
        Future<?> drain = threads.submit(other::drain);
        awaitWaiting();

        assertThat(drain.isDone()).isFalse();
        assertThat(due()).isOne();
        finish.countDown();
        drain.get(60, TimeUnit.SECONDS);

        assertThat(due()).isZero();
        assertThat(slow.get()).isOne();
        assertRebuilt("a slow engine");
    }

    @Test
    void whoWaitedForAnEngineThatIsKilledDoesItsShare() throws Exception {
        load(FIRST.formatted("0.4"));
        process.leave();
        CountDownLatch claimed = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        Future<Integer> killed = threads.submit(() -> process.share(1, () -> {
            claimed.countDown();
            await(finish);
            throw new IllegalStateException("killed");
        }));
        await(claimed);
        Future<?> drain = threads.submit(other::drain);
        awaitWaiting();
        finish.countDown();

        drain.get(60, TimeUnit.SECONDS);

        assertThatThrownBy(killed::get).hasMessageContaining("killed");
        assertThat(due()).isZero();
        assertRebuilt("a killed engine");
    }

    /// The facts of a share may be later than its runs.
    @Test
    void aChangeThatComesMeanwhileIsTakenBeforeTheNextShare() {
        load(FIRST.formatted("0.4"));
        process.leave();
        long told = told();
        load(MIDDLE.formatted("0.7"));

        assertThat(other.share(1)).isOne();

        assertThat(told()).isEqualTo(2 * told);
        assertThat(count("SELECT count(*) FROM bias_due WHERE as_of = '2018-01-12T13:30:00Z'"))
                .isEqualTo(2);
        other.drain();
        assertThat(told()).isEqualTo(2 * told);
        assertRebuilt("a later change");
    }

    @Test
    void sharesOfLaterFactsAreDoneWhereTheInputsOfTheirRunsAreTheSame() {
        load(FIRST.formatted("0.4"));
        process.leave();
        long all = due();
        BiasShares shares = new BiasShares(
                database, store.bias(), store.get(DerivedFrom.class), () -> true, new BiasShares.Sizes(300, 0));
        load("us-cpi-mom,2018-07-12T12:30:00Z,,0.2,0.1,\n");
        assertThat(inTransaction(shares)).isTrue();
        assertThat(due()).isEqualTo(all - 1);

        load(MIDDLE.formatted("0.7"));
        assertThat(inTransaction(shares)).isFalse();
        assertThat(due()).isEqualTo(all - 1);

        other.drain();
        assertRebuilt("later facts");
    }

    private boolean inTransaction(BiasShares shares) {
        return Objects.requireNonNull(database.transactions().execute(transaction -> shares.share()));
    }

    @Test
    void anUndoMovesWhatIsDueToTheEarliestChange() {
        load(MIDDLE.formatted("0.7"));
        process.leave();
        assertThat(firstDue()).isEqualTo(Instant.parse("2018-03-13T12:30:00Z"));
        load(FIRST.formatted("0.4"));
        process.leave();
        undoLast();
        process.leave();

        assertThat(firstDue()).isEqualTo(Instant.parse("2018-01-12T13:30:00Z"));
        assertThat(count("SELECT count(*) FROM bias_due AS earlier JOIN bias_due AS later USING (weight_set)"
                        + " WHERE earlier.as_of < later.as_of AND earlier.until > later.as_of"))
                .isZero();
        other.share(5);
        undoLast();
        other.drain();
        assertRebuilt("two changes and their undo");
    }

    private Instant firstDue() {
        return Instant.ofEpochSecond(count("SELECT extract(epoch FROM min(as_of))::bigint FROM bias_due"));
    }

    /// The runs of each weight set are those of a record time of their own.
    @Test
    void aWeightSetThatIsPublishedWhileBiasesAreDueIsComputedOfItsOwnFacts() {
        load(FIRST.formatted("0.4"));
        process.leave();
        long told = told();
        WeightSetVersions versions = store.get(WeightSetVersions.class);
        versions.publish(
                "fast",
                versions.propose(
                                "fast",
                                new WeightSetProposal(null, "{extends: default, halfLives: {monthly: 5}}", "faster"))
                        .version(),
                new ReasonRequest("faster"));
        other.share(3);
        load(LAST.formatted("0.7"));
        process.share(3);
        undoLast();

        other.drain();

        assertThat(told).isPositive();
        assertThat(due()).isZero();
        assertThat(count("SELECT count(*) FROM bias_series WHERE weight_set = 'fast'"))
                .isEqualTo(INSTRUMENTS);
        assertRebuilt("a publication and an undo");
    }

    /// Such a set has runs at the same instants, and every instrument lacks a bias there.
    @Test
    void aWeightSetThatReadsNothingOfAChangeIsLeftInSharesToo() {
        WeightSetVersions versions = store.get(WeightSetVersions.class);
        WeightSetProposal mute =
                new WeightSetProposal(null, "{extends: default, importance: [0, 0, 0]}", "no release counts");
        versions.publish("mute", versions.propose("mute", mute).version(), new ReasonRequest("no release counts"));
        process.drain();
        load("us-cpi-mom,2017-01-18T13:30:00Z,,0.3,0.2,\n");

        process.leave();

        assertThat(count("SELECT count(*) FROM bias_due WHERE weight_set = 'mute'"))
                .isPositive();
        other.drain();
        assertRebuilt("a change that a weight set does not read");
    }

    @Test
    void aWeightSetThatLeftTheCatalogueDoesNotKeepOthersFromTheirShares() {
        load(FIRST.formatted("0.4"));
        process.leave();
        rename("UPDATE derived_from SET name = 'bias-history gone' WHERE name = 'bias-history equal'");
        rename("UPDATE run SET weight_set = 'gone' WHERE weight_set = 'equal'");
        rename("UPDATE bias_series SET weight_set = 'gone' WHERE weight_set = 'equal'");
        rename("UPDATE bias_due SET weight_set = 'gone' WHERE weight_set = 'equal'");

        other.drain();

        assertThat(due()).isZero();
        assertThat(count("SELECT count(*) FROM run WHERE weight_set = 'gone'")).isZero();
        assertThat(count("SELECT count(*) FROM bias")).isEqualTo(INSTRUMENTS * count("SELECT count(*) FROM run"));
    }

    private void rename(String sql) {
        assertThat(database.jdbc().sql(sql).update()).isPositive();
    }

    /// An earlier version that works beside knows nothing of table `bias_due`.
    @Test
    void whatAnEarlierVersionDroppedIsForgotten() {
        database.jdbc()
                .sql("INSERT INTO bias_due VALUES"
                        + " ('aaa', '2018-01-12T13:30:00Z', '2018-02-12T13:30:00Z', '{EURUSD}'),"
                        + " ('default', '2018-01-12T13:30:00Z', '2018-02-12T13:30:00Z', '{NONE}')")
                .update();

        process.drain();

        assertThat(due()).isZero();
        assertRebuilt("rows of what is gone");
    }

    @Test
    void whatAnEarlierVersionWroteIsLeftAsItIs() {
        database.jdbc()
                .sql("INSERT INTO bias_due SELECT weight_set, timestamptz '2018-01-12T13:30:00Z',"
                        + " timestamptz '2018-06-12T13:30:00Z', array_agg(instrument) FROM bias_series"
                        + " GROUP BY weight_set")
                .update();
        long written = count("SELECT max(xmin::text::bigint) FROM bias_value");

        process.drain();

        assertThat(due()).isZero();
        assertThat(count("SELECT max(xmin::text::bigint) FROM bias_value")).isEqualTo(written);
        assertRebuilt("rows of an earlier version");
    }
}
