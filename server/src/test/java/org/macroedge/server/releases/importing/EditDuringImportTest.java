package org.macroedge.server.releases.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.catalogue.EditedCatalogue;
import org.macroedge.server.catalogue.LoadedCatalogue;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.releases.KnownReleases;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;
import org.macroedge.server.releases.verdicts.VerdictRequest;
import org.macroedge.server.releases.verdicts.Verdicts;

/// What others write to a store while an import is under way.
class EditDuringImportTest {

    private static final Path CATALOGUE = Path.of("../catalogue");
    private static final Catalogue SHIPPED = CatalogueLoader.load(CATALOGUE);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String RELEASE = "de-prelim-cpi-mom@2021-03-30";
    private static final String HEADER = "indicator,released_at,period,actual,forecast,previous\n";
    private static final String ROW = HEADER + "de-prelim-cpi-mom,2021-03-30,,0.5,0.5,0.7\n";
    private static final String CORRECTED = HEADER + "de-prelim-cpi-mom,2021-03-30,,0.6,0.5,0.7\n";

    private Database database;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        store(database, SHIPPED).adoption().adopt();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anEditWhileFilesAreReadRefusesTheImportAndStoresNothing() {
        TestStore store = store(database, SHIPPED);
        Catalogue edited = EditedCatalogue.in(folder)
                .edit("de-prelim-cpi-mom", "importance: 2", "importance: 1")
                .load();

        assertThatThrownBy(() -> store.imports()
                        .run(
                                request(
                                        ROW,
                                        () -> store(database, edited).adoption().adopt()),
                                ImportProgress.SILENT))
                .isInstanceOfSatisfying(
                        MacroEdgeException.class,
                        fault -> assertThat(fault.code()).isEqualTo(ProblemCode.CATALOGUE_CHANGED))
                .hasMessage("The catalogue was edited while the files were read. Nothing was stored."
                        + " Import the files again");

        assertThat(store.imports().list()).isEmpty();
        assertThat(store(database, edited)
                        .imports()
                        .run(request(ROW, () -> {}), ImportProgress.SILENT)
                        .batch())
                .isNotNull();
    }

    @Test
    void aVerdictBesideAnImportThatReplacesItsFigureIsAsIfItCameBefore() {
        KnownReleases beside = judged(true);
        KnownReleases before = judged(false);

        assertThat(beside.verdicts().keySet()).isEqualTo(before.verdicts().keySet());
        assertThat(figures(beside)).isEqualTo(figures(before)).containsExactly("0.6");
    }

    /// @param beside whether the verdict is stated while the import writes, else before it
    private KnownReleases judged(boolean beside) {
        try (Database fresh = TestDatabase.fresh()) {
            TestStore store = store(fresh, SHIPPED);
            store.adoption().adopt();
            store.imports().run(request(ROW, () -> {}), ImportProgress.SILENT);
            if (!beside) {
                state(store);
            }
            store.imports().run(request(CORRECTED, () -> {}), new ImportProgress() {
                @Override
                public void writing(long facts) {
                    if (beside) {
                        CompletableFuture.runAsync(() -> state(store)).join();
                    }
                }
            });
            return store.facts().asKnown(null);
        }
    }

    private static void state(TestStore store) {
        store.get(Verdicts.class).state(RELEASE, new VerdictRequest("doubt", "looks wrong"));
    }

    private static List<String> figures(KnownReleases known) {
        return known.releases().stream()
                .map(release -> String.valueOf(release.actual()))
                .toList();
    }

    /// @param reading what happens while the file is read
    private static ImportRequest request(String rows, Runnable reading) {
        Profiles profiles = new Profiles(CATALOGUE.resolve("profiles"), Path.of("none"), () -> SHIPPED);
        CalendarFile file = new CalendarFile("rows.csv", () -> open(rows, reading));
        return new ImportRequest("macro-edge", profiles.named("macro-edge"), List.of(file), false, false);
    }

    private static InputStream open(String rows, Runnable reading) {
        reading.run();
        return new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8));
    }

    private static TestStore store(Database database, Catalogue catalogue) {
        return TestStore.of(database, new LoadedCatalogue(catalogue, CLOCK.instant()), CLOCK);
    }
}
