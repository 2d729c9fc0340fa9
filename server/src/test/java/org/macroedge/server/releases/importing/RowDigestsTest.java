package org.macroedge.server.releases.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.releases.intake.ImportCounts;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;

class RowDigestsTest {

    private static final Path CATALOGUE = Path.of("../catalogue");
    private static final Catalogue LOADED = CatalogueLoader.load(CATALOGUE);
    private static final Profiles PROFILES = new Profiles(CATALOGUE.resolve("profiles"), Path.of("none"), () -> LOADED);
    private static final String ROWS = "indicator,released_at,period,actual,forecast,previous\n"
            + "us-nonfarm-payrolls,2021-08-06T12:30:00Z,,943000,870000,938000\n"
            + "us-nonfarm-payrolls,2021-09-03T12:30:00Z,,235000,720000,1053000\n"
            + "de-zew-economic-sentiment,2021-08-25T08:00:00Z,,99.4,100.4,100.7\n";

    private static final String MORE = "gb-cpi-yoy,2021-09-15T06:00:00Z,,3.2,2.9,2\n";

    private Database database;
    private TestStore store;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        store = TestStore.of(database, LOADED, Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void knownRowsAreUnchangedAndConfirmTheirFacts() {
        long first = Objects.requireNonNull(load(ROWS).batch());
        assertThat(known()).containsExactly("de-zew-economic-sentiment", "us-nonfarm-payrolls");

        assertThat(load(ROWS + MORE).counts().unchanged()).isEqualTo(3);

        store.imports().undo(first);
        assertThat(store.facts().asKnown(null).releases()).hasSize(4);
    }

    @Test
    void aChangeIsSeenThoughTheRestIsKnownAndIsForgotten() {
        load(ROWS);

        ImportCounts changed = load(ROWS.replace(",235000,", ",245000,")).counts();

        assertThat(changed.corrected()).isOne();
        assertThat(changed.unchanged()).isEqualTo(2);
        assertThat(known()).containsExactly("de-zew-economic-sentiment");
        assertThat(load(ROWS).counts().corrected()).isOne();
        assertThat(load(ROWS).counts().unchanged()).isEqualTo(3);
    }

    @Test
    void rowsOfABatchThatWasTakenBackAreNotKnown() {
        long batch = Objects.requireNonNull(load(ROWS).batch());
        store.imports().undo(batch);

        assertThat(known()).isEmpty();
        assertThat(load(ROWS).counts().imported()).isEqualTo(3);
        assertThat(store.facts().asKnown(null).releases()).hasSize(3);
    }

    private List<String> known() {
        return database.jdbc()
                .sql("SELECT indicator FROM row_digest ORDER BY indicator")
                .query(String.class)
                .list();
    }

    private ImportOutcome load(String rows) {
        CalendarFile file =
                new CalendarFile("rows.csv", () -> new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
        return store.imports()
                .run(
                        new ImportRequest("macro-edge", PROFILES.named("macro-edge"), List.of(file), false, false),
                        ImportProgress.SILENT);
    }
}
