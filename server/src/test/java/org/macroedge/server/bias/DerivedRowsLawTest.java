package org.macroedge.server.bias;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.catalogue.EditedCatalogue;
import org.macroedge.server.catalogue.LoadedCatalogue;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.releases.KnownReleases;
import org.macroedge.server.releases.ReleaseReader;
import org.macroedge.server.releases.importing.BatchView;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;
import org.macroedge.server.releases.verdicts.VerdictRequest;
import org.macroedge.server.releases.verdicts.Verdicts;
import org.macroedge.server.surprises.LatestSurprises;
import org.macroedge.server.surprises.Surprises;
import org.macroedge.server.weights.ReasonRequest;
import org.macroedge.server.weights.RollBackRequest;
import org.macroedge.server.weights.WeightSetProposal;
import org.macroedge.server.weights.WeightSetVersions;

/// After any sequence of imports, verdicts, undos, catalogue edits and publications of weight sets, the derived rows
/// equal those of a full rebuild, and the surprises that a process followed equal those of all facts.
class DerivedRowsLawTest {

    private static final Path CATALOGUE = Path.of("../catalogue");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");
    private static final int STEPS = 12;
    private static final int MONTHS = 24;
    private static final List<String> INSTANTS = List.of(
            "us-nonfarm-payrolls,%d-%02d-05T13:30:00Z",
            "us-cpi-mom,%d-%02d-12T13:30:00Z",
            "us-fed-funds-rate,%d-%02d-20T19:00:00Z",
            "au-employment-change,%d-%02d-17T22:00:00Z",
            "de-ifo-business-climate,%d-%02d-22T09:00:00Z",
            "de-prelim-cpi-mom,%d-%02d-27");

    private static final List<Catalogue> EDITS = new ArrayList<>();

    private Database database;

    /// A process with its own catalogue files.
    private record Process(TestStore store, Profiles profiles, Database database) {

        static Process of(Database database, Catalogue own) {
            return new Process(
                    TestStore.of(database, new LoadedCatalogue(own, LATER), CLOCK),
                    new Profiles(CATALOGUE.resolve("profiles"), Path.of("none"), () -> own),
                    database);
        }

        void load(String rows) {
            CalendarFile file =
                    new CalendarFile("rows.csv", () -> new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
            store.imports()
                    .run(
                            new ImportRequest("macro-edge", profiles.named("macro-edge"), List.of(file), false, false),
                            ImportProgress.SILENT);
        }

        void drain() {
            store.delivery().drain();
        }

        /// The rows of a full rebuild, which is rolled back.
        DerivedRows rebuilt() {
            return Objects.requireNonNull(database.transactions().execute(transaction -> {
                transaction.setRollbackOnly();
                return DerivedRows.rebuild(database, store);
            }));
        }
    }

    @BeforeAll
    static void edit(@TempDir Path reweighted, @TempDir Path moved) {
        EDITS.clear();
        EDITS.add(CatalogueLoader.load(CATALOGUE));
        EDITS.add(EditedCatalogue.in(reweighted)
                .edit("us-nonfarm-payrolls", "importance: 3", "importance: 2")
                .load());
        EDITS.add(EditedCatalogue.in(moved)
                .edit("de-prelim-cpi-mom", "\"14:00\"", "\"08:00\"")
                .load());
    }

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void derivedRowsEqualThoseOfAFullRebuildAfterAnySequence(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Process process = Process.of(database, EDITS.getFirst());
        process.store().adoption().adopt();
        LatestSurprises followed = process.store().get(LatestSurprises.class);
        for (int step = 0; step < STEPS; step++) {
            process = step(process, random);
            if (random.nextInt(4) > 0) { // else it sees two steps at once
                assertWhole(followed, process.store().facts(), "seed " + seed + ", step " + step);
            }
            if (random.nextInt(3) > 0 || step == STEPS - 1) {
                process.drain();
                DerivedRows.of(database).assertEqualTo(process.rebuilt(), "seed " + seed + ", step " + step);
            }
        }
    }

    /// Whatever is left in shares, and however far these are when the next change comes.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void sharedRowsEqualThoseOfAFullRebuildAfterAnySequence(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Process process = Process.of(database, EDITS.getFirst());
        process.store().adoption().adopt();
        for (int step = 0; step < STEPS; step++) {
            process = step(process, random);
            int values = random.nextInt(3) * 10_000;
            BiasShares.Sizes sizes = new BiasShares.Sizes(values, values / (1 + random.nextInt(8)));
            SharingProcess sharing = new SharingProcess(process.store(), database, sizes);
            if (random.nextBoolean()) {
                sharing.share(random.nextInt(40));
            }
            if (random.nextInt(4) == 0 || step == STEPS - 1) {
                sharing.drain();
                DerivedRows.of(database).assertEqualTo(process.rebuilt(), "seed " + seed + ", step " + step);
            }
        }
    }

    private static void assertWhole(LatestSurprises followed, ReleaseReader facts, String when) {
        Surprises kept = followed.at(null);
        KnownReleases known = kept.facts();
        KnownReleases whole = facts.asKnown(null);
        assertThat(known.releases()).as(when).isEqualTo(whole.releases());
        assertThat(known.planned()).as(when).isEqualTo(whole.planned());
        assertThat(known.bareDates()).as(when).isEqualTo(whole.bareDates());
        assertThat(known.verdicts()).as(when).isEqualTo(whole.verdicts());
        assertThat(known.recordedAt()).as(when).isEqualTo(whole.recordedAt());
        assertThat(known.catalogue().hash())
                .as(when)
                .isEqualTo(whole.catalogue().hash());
        assertThat(kept.byIndicator()).as(when).isEqualTo(Surprises.of(whole).byIndicator());
    }

    @Test
    void everyDailyCloseBetweenTwoImportsIsStored() {
        Process process = Process.of(database, EDITS.getFirst());
        process.store().adoption().adopt();
        process.load(header() + "us-cpi-mom,2018-01-12T13:30:00Z,,0.1,0.1,\n");
        process.drain();
        process.load(header() + "us-cpi-mom,2020-01-14T13:30:00Z,,0.2,0.2,\n");
        process.drain();

        DerivedRows stored = DerivedRows.of(database);
        int weightSets = EDITS.getFirst().storedWeightSetIds().size();
        assertThat(stored.size("run")).isEqualTo(weightSets * 524);
        stored.assertEqualTo(process.rebuilt(), "two rows two years apart");
    }

    /// The first decision on a policy rate is measured against the last one on the rate that it succeeds.
    @Test
    void aCorrectionOfARateReachesItsSuccessor() {
        Process process = Process.of(database, EDITS.getFirst());
        process.store().adoption().adopt();
        process.load(header()
                + "ch-libor-target,2019-03-21T08:30:00Z,,-0.75,-0.75,\n"
                + "ch-snb-policy-rate,2019-06-13T07:30:00Z,,-0.75,,\n");
        process.drain();
        DerivedRows before = DerivedRows.of(database);
        process.load(header() + "ch-libor-target,2019-03-21T08:30:00Z,,-0.5,-0.75,\n");
        process.drain();

        DerivedRows stored = DerivedRows.of(database);
        assertThat(successor(before)).contains(",-0.75,naive,").contains(",0.1,0,0,0,");
        assertThat(successor(stored)).contains(",-0.5,naive,").contains(",0.1,0,-2.5,-2.5,");
        stored.assertEqualTo(process.rebuilt(), "a corrected predecessor");
    }

    private static String successor(DerivedRows rows) {
        return rows.byTable().getOrDefault("surprise", List.of()).stream()
                .filter(row -> row.contains("ch-snb-policy-rate"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twoConcurrentWritersLeaveTheRowsOfOne() throws InterruptedException {
        SplittableRandom random = new SplittableRandom(7);
        Process process = Process.of(database, EDITS.getFirst());
        process.store().adoption().adopt();
        for (int step = 0; step < STEPS; step++) {
            process.load(rows(random));
            Thread other = Thread.ofPlatform()
                    .start(() -> Process.of(database, EDITS.getFirst()).drain());
            process.load(rows(random));
            process.drain();
            other.join();
        }
        process.drain();

        DerivedRows.of(database).assertEqualTo(process.rebuilt(), "two writers, seed 7");
    }

    @Test
    void aProcessWithOtherFilesLeavesDerivedRowsAlone() {
        Process earlier = Process.of(database, EDITS.getFirst());
        earlier.store().adoption().adopt();
        earlier.load(rows(new SplittableRandom(8)));
        Process later = Process.of(database, EDITS.get(1));
        later.store().adoption().adopt();
        later.drain();
        DerivedRows stored = DerivedRows.of(database);

        earlier.load(rows(new SplittableRandom(9)));
        earlier.drain();

        DerivedRows.of(database).assertEqualTo(stored, "a process whose files are not in force");
        later.drain();
        DerivedRows.of(database).assertEqualTo(later.rebuilt(), "the process whose files are in force");
    }

    private Process step(Process process, SplittableRandom random) {
        List<Long> imports = process.store().imports().list().stream()
                .filter(batch -> batch.kind().equals("calendar") && batch.undoneBy() == null)
                .map(BatchView::batch)
                .toList();
        int choice = random.nextInt(12);
        if (choice == 0) {
            Process edited = Process.of(database, EDITS.get(random.nextInt(EDITS.size())));
            edited.store().adoption().adopt();
            return edited;
        }
        if (choice < 4 && !imports.isEmpty()) {
            process.store().imports().undo(imports.get(random.nextInt(imports.size())));
        } else if (choice == 4) {
            judge(process, random);
        } else if (choice > 9) {
            weigh(process, random);
        } else {
            process.load(rows(random));
        }
        return process;
    }

    /// Publishes a version of a weight set, or takes the last publication back.
    private static void weigh(Process process, SplittableRandom random) {
        WeightSetVersions versions = process.store().get(WeightSetVersions.class);
        String id = random.nextBoolean() ? "fast" : "slow";
        if (random.nextInt(3) == 0
                && process.store()
                        .get(CatalogueInForce.class)
                        .current()
                        .weightSet(id)
                        .isPresent()) {
            versions.rollBack(id, new RollBackRequest(null, "as it came out"));
        } else {
            String days = String.valueOf(1 + random.nextInt(3));
            versions.publish(
                    id,
                    versions.propose(
                                    id,
                                    new WeightSetProposal(
                                            null,
                                            "{extends: default, halfLives: {monthly: " + days + "}}",
                                            "as it came out"))
                            .version(),
                    new ReasonRequest("as it came out"));
        }
    }

    private static void judge(Process process, SplittableRandom random) {
        List<ObservedRelease> releases = process.store().facts().asKnown(null).releases();
        if (!releases.isEmpty()) {
            String id =
                    releases.get(random.nextInt(releases.size())).releaseId().value();
            String statement = List.of("doubt", "confirm", "withdraw").get(random.nextInt(3));
            process.store().get(Verdicts.class).state(id, new VerdictRequest(statement, "as it came out"));
        }
    }

    /// Some months of some indicators: often months that are known, now and then with other figures.
    private static String rows(SplittableRandom random) {
        StringBuilder rows = new StringBuilder(header());
        int first = random.nextInt(MONTHS);
        int last = Math.min(MONTHS, first + 1 + random.nextInt(6));
        int indicators = 1 + random.nextInt((1 << INSTANTS.size()) - 1);
        for (int index = 0; index < INSTANTS.size(); index++) {
            for (int month = first; (indicators & 1 << index) != 0 && month < last; month++) {
                int value = random.nextInt(4) == 0 ? random.nextInt(5) : month % 5;
                String forecast = random.nextInt(8) == 0 ? "" : "2";
                String actual = random.nextInt(12) == 0 ? "" : String.valueOf(value); // else it is only scheduled
                rows.append(INSTANTS.get(index).formatted(2018 + month / 12, 1 + month % 12))
                        .append(",,%s,%s,\n".formatted(actual, forecast));
            }
        }
        return rows.toString();
    }

    private static String header() {
        return "indicator,released_at,period,actual,forecast,previous\n";
    }
}
