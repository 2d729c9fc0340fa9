package org.macroedge.server.releases.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.bias.view.BiasSummary;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.catalogue.EditedCatalogue;
import org.macroedge.server.catalogue.LoadedCatalogue;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;

class CatalogueAdoptionTest {

    private static final Path CATALOGUE = Path.of("../catalogue");
    private static final Catalogue SHIPPED = CatalogueLoader.load(CATALOGUE);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Instant AS_OF = Instant.parse("2021-09-03T12:30:00Z");

    private Database database;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theSameCatalogueIsOneVersionHoweverOftenTheStoreIsOpened() {
        store(SHIPPED).adoption().adopt();
        Instant first = store(SHIPPED).facts().latestRecordTime();
        store(SHIPPED).adoption().adopt();

        assertThat(first).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(store(SHIPPED).facts().latestRecordTime()).isEqualTo(first);
        assertThat(versions()).containsExactly(SHIPPED.hash());
    }

    @Test
    void anEditedCatalogueIsAnotherVersionAndSoIsTheOldOneOnceItsFilesAreSavedAgain() {
        Catalogue edited = edited();
        store(SHIPPED).adoption().adopt();
        store(edited).adoption().adopt();
        Instant adopted = store(edited).facts().latestRecordTime();

        store(SHIPPED, adopted.plusSeconds(1)).adoption().adopt();

        assertThat(versions()).containsExactly(SHIPPED.hash(), edited.hash(), SHIPPED.hash());
        assertThat(store(SHIPPED).imports().list()).isEmpty();
    }

    @Test
    void aProcessWithFilesOfAnEarlierVersionNeverBringsThemBack() {
        Catalogue edited = edited();
        store(SHIPPED).adoption().adopt();
        store(edited).adoption().adopt();
        Instant adopted = store(edited).facts().latestRecordTime();

        store(SHIPPED).adoption().adopt();
        store(SHIPPED, adopted).adoption().adopt();

        assertThat(versions()).containsExactly(SHIPPED.hash(), edited.hash());
        assertThat(store(SHIPPED).facts().asKnown(null).catalogue().hash()).isEqualTo(edited.hash());
    }

    @Test
    void answersOfEveryProcessFollowTheVersionInForce() {
        TestStore earlier = store(SHIPPED);
        earlier.adoption().adopt();
        load(earlier);
        LatestBias answers = earlier.bias();
        BiasSummary before = answers.at(null).summary(AS_OF, "default");

        Catalogue edited = edited();
        store(edited).adoption().adopt();

        BiasSummary after = answers.at(null).summary(AS_OF, "default");
        assertThat(after).isEqualTo(summary(edited, null)).isNotEqualTo(before);
    }

    @Test
    void anOlderRecordTimeIsAnsweredByTheCatalogueInForceThen() {
        TestStore store = store(SHIPPED);
        store.adoption().adopt();
        load(store);
        Instant before = store.facts().latestRecordTime();
        BiasSummary answered = summary(SHIPPED, null);
        assertThat(answered.items().getFirst().reading().z()).isNotNull();

        Catalogue edited = edited();
        store(edited).adoption().adopt();

        assertThat(summary(edited, before)).isEqualTo(answered);
        BiasSummary now = summary(edited, null);
        assertThat(now.runId()).isNotEqualTo(answered.runId());
        assertThat(now.items()).isNotEqualTo(answered.items());
        assertThat(summary(edited, store.facts().latestRecordTime())).isEqualTo(now);
    }

    private BiasSummary summary(Catalogue catalogue, Instant recordedAt) {
        return store(catalogue).bias().at(recordedAt).summary(AS_OF, "default");
    }

    private Catalogue edited() {
        return EditedCatalogue.in(folder)
                .edit("us-nonfarm-payrolls", "importance: 3", "importance: 2")
                .load();
    }

    private TestStore store(Catalogue catalogue) {
        return store(catalogue, Instant.EPOCH);
    }

    private TestStore store(Catalogue catalogue, Instant modified) {
        return TestStore.of(database, new LoadedCatalogue(catalogue, modified), CLOCK);
    }

    private List<String> versions() {
        return database.jdbc()
                .sql("SELECT hash FROM catalogue_version ORDER BY recorded_at")
                .query(String.class)
                .list();
    }

    /// Payrolls and prices with a history long enough for a scale.
    private static void load(TestStore store) {
        StringBuilder rows = new StringBuilder("indicator,released_at,period,actual,forecast,previous\n");
        for (int month = 1; month <= 12; month++) {
            rows.append("us-nonfarm-payrolls,2020-%02d-05T12:30:00Z,,%d,100000,\n".formatted(month, 110_000 + month));
            rows.append("us-cpi-mom,2020-%02d-12T12:30:00Z,,0.%d,0.1,\n".formatted(month, month % 5));
        }
        rows.append("us-nonfarm-payrolls,2021-09-03T12:30:00Z,,235000,720000,\n");
        rows.append("us-cpi-mom,2021-08-11T12:30:00Z,,0.5,0.4,\n");
        CalendarFile file = new CalendarFile(
                "rows.csv", () -> new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)));
        Profiles profiles = new Profiles(CATALOGUE.resolve("profiles"), Path.of("none"), () -> SHIPPED);
        store.imports()
                .run(
                        new ImportRequest("macro-edge", profiles.named("macro-edge"), List.of(file), false, false),
                        ImportProgress.SILENT);
    }
}
