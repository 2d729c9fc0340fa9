package org.macroedge.server.releases.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.soak.Soak;

/// What a store knows depends on the rows in force, and on nothing else: not on the order of rows, not on
/// files, not on batches that were undone.
@Tag("seeded")
class ImportLawsTest {

    private static final List<String> SOURCES = List.of("macro-edge", "forexfactory-archive", "lowly");
    private static final int STEPS = 7;

    /// Around the releases that the latest of the hostile rows give.
    private static final Instant START = Instant.parse("2025-10-20T00:00:00Z");

    private static final Duration STEP = Duration.ofDays(21);
    private static final Instant LATER = START.plus(STEP.multipliedBy(STEPS));

    private record Stored(long batch, Instant now, String source, List<ReportedRelease> rows) {}

    static LongStream seeds() {
        return Soak.seeds(10, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neitherTheOrderOfRowsNorTheirFilesChangeAnything(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ReportedRelease> rows = new HostileRows(random, LawStore.NEW_YEAR).of("macro-edge", 60);
        try (LawStore first = new LawStore()) {
            LawStore.Report report = LawStore.Report.of(first.load("macro-edge", rows));
            LawStore.Answers answers = first.answers();
            List<List<ReportedRelease>> orders = List.of(
                    rows.reversed(),
                    HostileRows.split(rows, rows.size()),
                    HostileRows.split(HostileRows.shuffled(rows, random), 1),
                    HostileRows.split(HostileRows.shuffled(rows, random), 2 + random.nextInt(20)));
            for (List<ReportedRelease> order : orders) {
                try (LawStore other = new LawStore()) {
                    assertThat(LawStore.Report.of(other.load("macro-edge", order)))
                            .as("seed %d", seed)
                            .isEqualTo(report);
                    assertThat(other.answers()).as("seed %d", seed).isEqualTo(answers);
                    assertThat(other.quarantine()).as("seed %d", seed).isEqualTo(first.quarantine());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aStoreEqualsOneThatSawOnlyTheBatchesInForce(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        HostileRows hostile = new HostileRows(random, START);
        List<Stored> inForce = new ArrayList<>();
        List<Stored> all = new ArrayList<>();
        try (LawStore store = new LawStore()) {
            for (int step = 0; step < STEPS; step++) {
                Instant now = START.plus(STEP.multipliedBy(step));
                store.moveTo(now);
                hostile.moveTo(now);
                if (!inForce.isEmpty() && random.nextInt(3) == 0) {
                    store.undo(inForce.remove(random.nextInt(inForce.size())).batch());
                } else {
                    String source = SOURCES.get(random.nextInt(SOURCES.size()));
                    load(store, new Stored(0, now, source, rows(hostile, random, source, all)), inForce, seed);
                    all.addAll(inForce.subList(Math.max(0, inForce.size() - 1), inForce.size()));
                }
            }
            try (LawStore fresh = new LawStore()) {
                for (Stored batch : inForce) {
                    fresh.moveTo(batch.now());
                    fresh.load(batch.source(), batch.rows());
                }
                fresh.moveTo(LATER);
                store.moveTo(LATER);
                assertThat(store.answers()).as("seed %d", seed).isEqualTo(fresh.answers());
            }
        }
    }

    /// New rows, or those of an earlier batch of the source once more with some others.
    private static List<ReportedRelease> rows(
            HostileRows hostile, SplittableRandom random, String source, List<Stored> all) {
        List<ReportedRelease> rows = new ArrayList<>();
        List<Stored> own =
                all.stream().filter(stored -> stored.source().equals(source)).toList();
        if (!own.isEmpty() && random.nextInt(2) == 0) {
            rows.addAll(own.get(random.nextInt(own.size())).rows());
        }
        if (rows.isEmpty() || random.nextBoolean()) {
            rows.addAll(hostile.of(source, 5 + random.nextInt(30)));
        }
        return rows;
    }

    private static void load(LawStore store, Stored batch, List<Stored> inForce, long seed) {
        ImportOutcome dry = store.dryRun(batch.source(), batch.rows());
        LawStore.Answers before = store.answers();
        ImportOutcome outcome = store.load(batch.source(), batch.rows());

        assertThat(dry.batch()).isNull();
        assertThat(LawStore.Report.of(dry)).as("seed %d", seed).isEqualTo(LawStore.Report.of(outcome));
        if (outcome.batch() == null) {
            assertThat(store.answers()).as("seed %d", seed).isEqualTo(before);
        } else {
            inForce.add(new Stored(outcome.batch(), batch.now(), batch.source(), batch.rows()));
        }
    }
}
