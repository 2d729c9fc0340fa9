package org.macroedge.server.releases.importing;

import static org.assertj.core.api.Assertions.assertThat;

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

    private record Stored(long batch, String source, List<ReportedRelease> rows) {}

    static LongStream seeds() {
        return Soak.seeds(10, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfRowsChangesNothing(long seed) {
        List<ReportedRelease> rows = new HostileRows(new SplittableRandom(seed)).of("macro-edge", 60);
        try (LawStore first = new LawStore()) {
            LawStore.Report report = LawStore.Report.of(first.load("macro-edge", rows));
            LawStore.Answers answers = first.answers();
            for (List<ReportedRelease> order : List.of(rows.reversed(), HostileRows.shuffled(rows, seed))) {
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
        HostileRows hostile = new HostileRows(random);
        List<Stored> inForce = new ArrayList<>();
        List<Stored> all = new ArrayList<>();
        try (LawStore store = new LawStore()) {
            for (int step = 0; step < STEPS; step++) {
                if (!inForce.isEmpty() && random.nextInt(3) == 0) {
                    store.undo(inForce.remove(random.nextInt(inForce.size())).batch());
                } else {
                    String source = SOURCES.get(random.nextInt(SOURCES.size()));
                    load(store, source, rows(hostile, random, source, all), inForce, seed);
                    all.addAll(inForce.subList(Math.max(0, inForce.size() - 1), inForce.size()));
                }
            }
            try (LawStore fresh = new LawStore()) {
                inForce.forEach(batch -> fresh.load(batch.source(), batch.rows()));
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

    private static void load(
            LawStore store, String source, List<ReportedRelease> rows, List<Stored> inForce, long seed) {
        ImportOutcome dry = store.dryRun(source, rows);
        LawStore.Answers before = store.answers();
        ImportOutcome outcome = store.load(source, rows);

        assertThat(dry.batch()).isNull();
        assertThat(LawStore.Report.of(dry)).as("seed %d", seed).isEqualTo(LawStore.Report.of(outcome));
        if (outcome.batch() == null) {
            assertThat(store.answers()).as("seed %d", seed).isEqualTo(before);
        } else {
            inForce.add(new Stored(outcome.batch(), source, rows));
        }
    }
}
