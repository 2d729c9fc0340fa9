package org.macroedge.server.releases.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;
import org.macroedge.server.surprises.LatestIndicators;

/// A store whose catalogue had an indicator that a later catalogue does not have: China's trade balance, which was one
/// with its twin in dollars.
class RemovedIndicatorTest {

    private static final Path SHIPPED = Path.of("../catalogue");
    private static final String REMOVED = "cn-trade-balance";
    private static final String TWIN = "cn-usd-denominated-trade-balance";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Instant AS_OF = Instant.parse("2021-09-03T12:30:00Z");
    private static final int RELEASES = 12;

    @TempDir
    Path folder;

    private Database database;
    private Catalogue earlier;

    @BeforeEach
    void importBeforeTheRemoval() {
        database = TestDatabase.fresh();
        earlier = EditedCatalogue.in(folder)
                .edit("indicators/CN.yaml", RemovedIndicatorTest::withRemoved)
                .edit("profiles/forexfactory-archive.yaml", RemovedIndicatorTest::withTitle)
                .load();
        TestStore store = store(earlier, Instant.EPOCH);
        store.adoption().adopt();
        load(store, earlier);
        assertThat(releases(store, null)).isEqualTo(RELEASES);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theStoreAdoptsTheLaterCatalogueAndAnswersWithoutTheIndicator() {
        Instant before = store(earlier, Instant.EPOCH).facts().latestRecordTime();
        TestStore store = store(CatalogueLoader.load(SHIPPED), Instant.EPOCH);
        store.adoption().adopt();

        assertThat(store.bias().at(null).summary(AS_OF, "default").items()).isNotEmpty();
        assertThat(store.imports().list()).extracting(BatchView::kind).contains("calendar");
        assertThatThrownBy(() -> releases(store, null))
                .hasMessageStartingWith("Indicator \"" + REMOVED + "\" does not exist.");
        assertThat(releases(store, before)).isEqualTo(RELEASES);
    }

    @Test
    void itsStatementsStayAndGiveTheSameReleasesOnceACatalogueHasItAgain() {
        TestStore later = store(CatalogueLoader.load(SHIPPED), Instant.EPOCH);
        later.adoption().adopt();

        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM statement WHERE indicator = ?")
                        .param(REMOVED)
                        .query(Integer.class)
                        .single())
                .isEqualTo(RELEASES);
        TestStore again = store(earlier, later.facts().latestRecordTime().plusSeconds(1));
        again.adoption().adopt();
        assertThat(releases(again, null)).isEqualTo(RELEASES);
    }

    @Test
    void anImportOfItsRowsSaysThatThereIsNoSuchIndicator() {
        Catalogue later = CatalogueLoader.load(SHIPPED);
        TestStore store = store(later, Instant.EPOCH);
        store.adoption().adopt();

        ImportOutcome outcome = load(store, later);

        assertThat(outcome.counts().imported()).isZero();
        assertThat(outcome.counts().unmapped() + outcome.counts().quarantined()).isEqualTo(RELEASES);
    }

    @Test
    void itsImportCanBeUndoneUnderTheLaterCatalogue() {
        TestStore store = store(CatalogueLoader.load(SHIPPED), Instant.EPOCH);
        store.adoption().adopt();
        long batch = store.imports().list().getLast().batch();

        store.imports().undo(batch);

        TestStore again = store(earlier, store.facts().latestRecordTime().plusSeconds(1));
        again.adoption().adopt();
        assertThat(releases(again, null)).isZero();
    }

    private static int releases(TestStore store, @Nullable Instant recordedAt) {
        return store.get(LatestIndicators.class)
                .at(recordedAt)
                .releases(REMOVED, AS_OF)
                .items()
                .size();
    }

    private TestStore store(Catalogue catalogue, Instant modified) {
        return TestStore.of(database, new LoadedCatalogue(catalogue, modified), CLOCK);
    }

    /// The region's file with a copy of the twin under the removed id.
    private static String withRemoved(String file) {
        int start = file.indexOf("- id: " + TWIN + "\n");
        int end = file.indexOf("\n- id: ", start);
        String entry = end < 0 ? file.substring(start) : file.substring(start, end + 1);
        return file + entry.replace(TWIN, REMOVED).replace("USD-Denominated Trade Balance", "Trade Balance");
    }

    private static String withTitle(String profile) {
        String title = "  - {area: CNY, title: \"%s\", indicator: %s}%n";
        String twin = title.formatted("USD-Denominated Trade Balance", TWIN);
        return profile.replace(twin, twin + title.formatted("Trade Balance", REMOVED));
    }

    private static ImportOutcome load(TestStore store, Catalogue catalogue) {
        StringBuilder rows = new StringBuilder("indicator,released_at,period,actual,forecast,previous\n");
        for (int month = 1; month <= RELEASES; month++) {
            rows.append(REMOVED + ",2020-%02d-10T03:00:00Z,,%d00000000,20000000000,\n".formatted(month, 200 + month));
        }
        CalendarFile file = new CalendarFile(
                "rows.csv", () -> new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)));
        Profiles profiles = new Profiles(SHIPPED.resolve("profiles"), Path.of("none"), () -> catalogue);
        return store.imports()
                .run(
                        new ImportRequest("macro-edge", profiles.named("macro-edge"), List.of(file), false, false),
                        ImportProgress.SILENT);
    }
}
