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
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.catalogue.EditedCatalogue;
import org.macroedge.server.catalogue.LoadedCatalogue;
import org.macroedge.server.events.EventDelivery;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.releases.intake.ImportCounts;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;
import org.macroedge.server.surprises.StoredSurprises;

class MovedReleasesTest {

    private static final Path CATALOGUE = Path.of("../catalogue");
    private static final Catalogue SHIPPED = CatalogueLoader.load(CATALOGUE);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String HEADER = "indicator,released_at,period,actual,forecast,previous\n";

    /// Two bare dates, one clock time and one bare date to come; another indicator beside them.
    private static final String ROWS = HEADER
            + "de-prelim-cpi-mom,2021-01-28,,0.8,0.4,0.5\n"
            + "de-prelim-cpi-mom,2021-03-30,,0.5,0.5,0.7\n"
            + "de-prelim-cpi-mom,2021-04-29T12:00:00Z,,0.7,0.5,0.5\n"
            + "de-prelim-cpi-mom,2021-05-31,,,0.4,0.7\n"
            + "us-cpi-mom,2021-07-13,,0.9,0.5,0.6\n";

    private Database database;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        store(SHIPPED).adoption().adopt();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anEditedReleaseTimeMovesBareDatesAtLaterRecordTimeAndKeepsTheirIds() {
        load(SHIPPED, ROWS);
        Instant before = store(SHIPPED).facts().latestRecordTime();
        List<String> earlier = List.of(
                "de-prelim-cpi-mom@2021-01-28 2021-01-28T13:00:00Z",
                "de-prelim-cpi-mom@2021-03-30 2021-03-30T12:00:00Z",
                "de-prelim-cpi-mom@2021-04-29 2021-04-29T12:00:00Z",
                "us-cpi-mom@2021-07-13 2021-07-13T12:30:00Z");
        assertThat(known(SHIPPED, null)).isEqualTo(earlier);

        Catalogue edited = edited();
        assertThat(store(edited).adoption().adopt()).isEqualTo(3);

        assertThat(known(edited, null))
                .containsExactly(
                        "de-prelim-cpi-mom@2021-01-28 2021-01-28T07:00:00Z",
                        "de-prelim-cpi-mom@2021-03-30 2021-03-30T06:00:00Z",
                        "de-prelim-cpi-mom@2021-04-29 2021-04-29T12:00:00Z",
                        "us-cpi-mom@2021-07-13 2021-07-13T12:30:00Z");
        assertThat(scheduled(edited, null)).containsExactly("de-prelim-cpi-mom@2021-05-31 2021-05-31T06:00:00Z");
        assertThat(known(edited, before)).isEqualTo(earlier);
        assertThat(scheduled(edited, before)).containsExactly("de-prelim-cpi-mom@2021-05-31 2021-05-31T12:00:00Z");
        assertThat(store(edited).facts().asKnown(null).releases().getFirst().forecasts())
                .singleElement()
                .satisfies(forecast -> assertThat(forecast.value()).isEqualByComparingTo("0.4"));
    }

    @Test
    void theSameFileAgainIsThenUnchanged() {
        load(SHIPPED, ROWS);
        Catalogue edited = edited();
        store(edited).adoption().adopt();

        ImportCounts counts = load(edited, ROWS).counts();

        assertThat(counts.unchanged()).isEqualTo(counts.read()).isEqualTo(5);
    }

    @Test
    void anEditThatMovesNothingIsAVersionAndNoBatch() {
        load(SHIPPED, ROWS);

        Catalogue lessImportant = EditedCatalogue.in(folder)
                .edit("de-prelim-cpi-mom", "importance: 2", "importance: 1")
                .load();
        assertThat(store(lessImportant).adoption().adopt()).isZero();

        assertThat(store(SHIPPED).imports().list()).hasSize(1);
    }

    @Test
    void theListShowsTheBatchAndItCannotBeUndone() {
        load(SHIPPED, ROWS);
        Catalogue edited = edited();
        store(edited).adoption().adopt();

        BatchView moves = store(edited).imports().list().getFirst();
        assertThat(moves.kind()).isEqualTo("catalogue");
        assertThat(moves.moved()).isEqualTo(3);
        assertThat(moves.counts()).isNull();
        assertThat(moves.recordedAt()).isEqualTo(store(edited).facts().latestRecordTime());
        assertThat(store(edited).imports().list().getLast().moved()).isNull();
        assertThatThrownBy(() -> store(edited).imports().undo(moves.batch()))
                .isInstanceOfSatisfying(
                        MacroEdgeException.class,
                        fault -> assertThat(fault.code()).isEqualTo(ProblemCode.BATCH_OF_CATALOGUE))
                .hasMessage("Batch 2 is not an import: it moved releases to the release times of an edited catalogue. "
                        + "To move them back, restore the release times in the catalogue");
    }

    @Test
    void anUndoneImportTakesItsMovedReleasesAlongAndComesBackUnderTheOldIds() {
        ImportOutcome imported = load(SHIPPED, ROWS);
        Catalogue edited = edited();
        store(edited).adoption().adopt();
        List<String> moved = known(edited, null);
        Instant before = store(edited).facts().latestRecordTime();

        store(edited).imports().undo(imported.batch());

        assertThat(known(edited, null)).isEmpty();
        assertThat(scheduled(edited, null)).isEmpty();
        assertThat(known(edited, before)).isEqualTo(moved);
        assertThat(load(edited, ROWS).counts().imported()).isEqualTo(5);
        assertThat(known(edited, null)).isEqualTo(moved);
    }

    @Test
    void whatAnotherImportConfirmedBeforeOrAfterTheMoveOutlivesAnUndo() {
        ImportOutcome first = load(SHIPPED, ROWS);
        ImportOutcome before = load(SHIPPED, ROWS + "gb-cpi-yoy,2021-09-15T06:00:00Z,,3.2,2.9,2\n");
        Catalogue edited = edited();
        store(edited).adoption().adopt();
        List<String> moved = known(edited, null);
        ImportOutcome after = load(edited, ROWS + "us-cpi-mom,2021-08-11T12:30:00Z,,0.5,0.5,0.9\n");

        store(edited).imports().undo(first.batch());
        assertThat(known(edited, null)).containsAll(moved).hasSize(6);
        store(edited).imports().undo(before.batch());
        assertThat(known(edited, null)).hasSize(5);
        store(edited).imports().undo(after.batch());
        assertThat(known(edited, null)).isEmpty();
    }

    @Test
    void whatACorrectionReplacedStandsAtTheNewTimeOnceTheCorrectionIsUndone() {
        load(SHIPPED, ROWS);
        ImportOutcome correction = load(SHIPPED, ROWS.replace(",0.8,", ",0.9,"));
        assertThat(correction.counts().corrected()).isOne();
        Catalogue edited = edited();
        store(edited).adoption().adopt();
        assertThat(first(edited).actual()).isEqualByComparingTo("0.9");
        assertThat(first(edited).releasedAt()).isEqualTo("2021-01-28T07:00:00Z");

        store(edited).imports().undo(correction.batch());

        assertThat(first(edited).actual()).isEqualByComparingTo("0.8");
        assertThat(first(edited).releasedAt()).isEqualTo("2021-01-28T07:00:00Z");
    }

    @Test
    void aReleaseTimeEditedBackMovesThemBackAndAnUndoStillTakesAll() {
        ImportOutcome imported = load(SHIPPED, ROWS);
        List<String> earlier = known(SHIPPED, null);
        Instant before = store(SHIPPED).facts().latestRecordTime();
        Catalogue edited = edited();
        store(edited).adoption().adopt();
        Instant between = store(edited).facts().latestRecordTime();
        List<String> moved = known(edited, null);

        assertThat(store(SHIPPED).adoption().adopt()).isZero();
        LoadedCatalogue savedAgain = new LoadedCatalogue(SHIPPED, between.plusSeconds(1));
        assertThat(TestStore.of(database, savedAgain, CLOCK).adoption().adopt()).isEqualTo(3);

        assertThat(known(SHIPPED, null)).isEqualTo(earlier);
        assertThat(known(SHIPPED, between)).isEqualTo(moved);
        assertThat(known(SHIPPED, before)).isEqualTo(earlier);
        ImportOutcome again = load(SHIPPED, ROWS + "gb-cpi-yoy,2021-09-15T06:00:00Z,,3.2,2.9,2\n");
        assertThat(again.counts().unchanged()).isEqualTo(5);
        store(SHIPPED).imports().undo(imported.batch());
        assertThat(known(SHIPPED, null)).containsAll(earlier).hasSize(5);
        store(SHIPPED).imports().undo(again.batch());
        assertThat(known(SHIPPED, null)).isEmpty();
    }

    @Test
    void aReleaseTimeThatIsNoMoreMovesThemToTheEndOfTheirDay() {
        load(SHIPPED, ROWS);
        Catalogue edited = EditedCatalogue.in(folder)
                .edit("de-prelim-cpi-mom", "\n      time: \"14:00\"", "")
                .load();

        store(edited).adoption().adopt();

        assertThat(known(edited, null)).contains("de-prelim-cpi-mom@2021-03-30 2021-03-30T22:00:00Z");
        assertThat(load(edited, ROWS).counts().unchanged()).isEqualTo(5);
    }

    @Test
    void storesOfBeforeTheFirstVersionAreBroughtUnderTheCatalogueToo() {
        try (Database old = TestDatabase.fresh()) {
            load(TestStore.of(old, SHIPPED, CLOCK), SHIPPED, ROWS);

            assertThat(TestStore.of(old, edited(), CLOCK).adoption().adopt()).isEqualTo(3);
        }
    }

    @Test
    void theLogTellsWhatMovedAndStoredSurprisesFollow() {
        load(SHIPPED, ROWS);
        drain(SHIPPED);
        Catalogue edited = edited();
        store(edited).adoption().adopt();

        assertThat(database.jdbc()
                        .sql("SELECT payload::text FROM event_log WHERE type = 'macro_data_updated'"
                                + " ORDER BY seq DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .isEqualTo("{\"batch\": 2, \"region\": \"DE\", \"marketTo\": \"2021-05-31T12:00:00Z\","
                        + " \"indicators\": [\"de-prelim-cpi-mom\"], \"marketFrom\": \"2021-01-28T07:00:00Z\"}");
        drain(edited);
        assertThat(database.jdbc()
                        .sql("SELECT released_at = '2021-03-30T06:00:00Z' FROM surprise WHERE release = ?")
                        .param("de-prelim-cpi-mom@2021-03-30")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private void drain(Catalogue catalogue) {
        TestStore store = store(catalogue);
        new EventDelivery(database.jdbc(), database.transactions(), List.of(store.get(StoredSurprises.class))).drain();
    }

    private Catalogue edited() {
        return EditedCatalogue.in(folder)
                .edit("de-prelim-cpi-mom", "\"14:00\"", "\"08:00\"")
                .load();
    }

    private TestStore store(Catalogue catalogue) {
        return TestStore.of(database, catalogue, CLOCK);
    }

    private ObservedRelease first(Catalogue catalogue) {
        return store(catalogue).facts().asKnown(null).releases().getFirst();
    }

    private List<String> known(Catalogue catalogue, @Nullable Instant recordedAt) {
        return store(catalogue).facts().asKnown(recordedAt).releases().stream()
                .map(one -> one.releaseId() + " " + one.releasedAt())
                .toList();
    }

    private List<String> scheduled(Catalogue catalogue, @Nullable Instant recordedAt) {
        return store(catalogue).facts().asKnown(recordedAt).schedules().stream()
                .map(one -> one.releaseId() + " " + one.scheduledAt())
                .toList();
    }

    private ImportOutcome load(Catalogue catalogue, String rows) {
        return load(store(catalogue), catalogue, rows);
    }

    private static ImportOutcome load(TestStore store, Catalogue catalogue, String rows) {
        CalendarFile file =
                new CalendarFile("rows.csv", () -> new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
        Profiles profiles = new Profiles(CATALOGUE.resolve("profiles"), Path.of("none"), () -> catalogue);
        return store.imports()
                .run(
                        new ImportRequest("macro-edge", profiles.named("macro-edge"), List.of(file), false, false),
                        ImportProgress.SILENT);
    }
}
