package org.macroedge.server.releases.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.releases.intake.ImportCounts;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;

class ImportsTest {

    private static final Path CATALOGUE = Path.of("../catalogue");
    private static final Catalogue LOADED = CatalogueLoader.load(CATALOGUE);
    private static final Profiles PROFILES = new Profiles(CATALOGUE.resolve("profiles"), Path.of("none"), () -> LOADED);
    private static final String HEADER = "indicator,released_at,period,actual,forecast,previous\n";
    private static final String THREE = HEADER
            + "us-nonfarm-payrolls,2021-07-02T12:30:00Z,,850000,700000,559000\n"
            + "us-nonfarm-payrolls,2021-08-06T12:30:00Z,,943000,870000,938000\n"
            + "us-nonfarm-payrolls,2021-09-03T12:30:00Z,,235000,720000,1053000\n";

    private Database database;
    private TestStore store;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        // a clock that stands still: record times must move all the same
        store = TestStore.of(database, LOADED, Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsImportedIsKnown() {
        ImportCounts counts = load(THREE).counts();

        assertThat(counts.read()).isEqualTo(3);
        assertThat(counts.imported()).isEqualTo(3);
        assertThat(known())
                .extracting(release -> release.releaseId().value())
                .containsExactly(
                        "us-nonfarm-payrolls@2021-07-02",
                        "us-nonfarm-payrolls@2021-08-06",
                        "us-nonfarm-payrolls@2021-09-03");
        assertThat(known().getLast().actual()).isEqualByComparingTo("235000");
        assertThat(known().getLast().forecasts().getFirst().value()).isEqualByComparingTo("720000");
        // 938,000 beside August revises July's 850,000, and 1,053,000 revises August's 943,000
        assertThat(counts.revisionsFound()).isEqualTo(2);
    }

    @Test
    void aSecondImportOfTheSameRowsChangesNothing() {
        load(THREE);
        Instant first = store.facts().latestRecordTime();

        ImportCounts counts = load(THREE).counts();

        assertThat(counts.unchanged()).isEqualTo(3);
        assertThat(counts.imported() + counts.corrected() + counts.revised()).isZero();
        assertThat(store.facts().asKnown(null).releases())
                .isEqualTo(store.facts().asKnown(first).releases());
    }

    @Test
    void aCorrectionIsKnownAtLaterRecordTimeOnly() {
        load(THREE);
        Instant before = store.facts().latestRecordTime();

        ImportCounts counts = load(THREE.replace(",235000,", ",245000,")).counts();

        assertThat(counts.corrected()).isEqualTo(1);
        assertThat(counts.unchanged()).isEqualTo(2);
        assertThat(known().getLast().actual()).isEqualByComparingTo("245000");
        assertThat(store.facts().asKnown(before).releases().getLast().actual()).isEqualByComparingTo("235000");
        assertThat(store.facts().latestRecordTime()).isAfter(before);
    }

    @Test
    void aRowThatDiffersInThePreviousAloneIsRevised() {
        load(THREE);

        assertThat(load(THREE.replace(",1053000", ",1060000")).counts().revised())
                .isEqualTo(1);
    }

    @Test
    void anotherForecastOfTheSameCaptureIsACorrection() {
        load(THREE);

        assertThat(load(THREE.replace(",720000,", ",730000,")).counts().corrected())
                .isEqualTo(1);
        assertThat(known().getLast().forecasts())
                .extracting(one -> one.value().intValueExact())
                .containsExactly(730000);
    }

    @Test
    void aMissingForecastWithdrawsNothing() {
        load(THREE);

        assertThat(load(THREE.replace(",720000,", ",,")).counts().unchanged()).isEqualTo(3);
        assertThat(known().getLast().forecasts())
                .extracting(one -> one.value().intValueExact())
                .containsExactly(720000);
    }

    @Test
    void aZeroActualIsAReleaseAndAMissingOneIsNot() {
        ImportCounts counts = load(HEADER
                        + "us-cpi-mom,2021-07-13T12:30:00Z,,0,0.5,0.6\n"
                        + "us-cpi-mom,2021-08-11T12:30:00Z,,,0.5,0.9\n")
                .counts();

        assertThat(counts.imported()).isEqualTo(2);
        assertThat(known()).extracting(ObservedRelease::actual).containsExactly(BigDecimal.ZERO);
    }

    @Test
    void anActualTakesTheReleaseThatWasScheduled() {
        load(HEADER + "us-cpi-mom,2021-08-11T12:30:00Z,,,0.5,0.9\n");

        ImportCounts counts =
                load(HEADER + "us-cpi-mom,2021-08-12T12:30:00Z,,0.5,0.5,0.9\n").counts();

        assertThat(counts.imported()).isEqualTo(1);
        assertThat(known()).extracting(release -> release.releaseId().value()).containsExactly("us-cpi-mom@2021-08-11");
    }

    @Test
    void twoReleasesAtOneInstantKeepTheirOrderByTheChainOfPreviousAndActual() {
        load(HEADER
                + "us-housing-starts,2013-12-18T13:30:00Z,,1090000,950000,889000\n"
                + "us-housing-starts,2013-12-18T13:30:00Z,,889000,900000,873000\n");

        assertThat(known())
                .extracting(one -> one.releaseId().value(), one -> one.actual().intValueExact())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("us-housing-starts@2013-12-18", 889000),
                        org.assertj.core.groups.Tuple.tuple("us-housing-starts@2013-12-18.2", 1090000));
    }

    @Test
    void aBareDateIsKnownAtTheCataloguesHourAndNotBefore() {
        load(HEADER + "de-prelim-cpi-mom,2013-01-02,,0.9,0.7,-0.1\n");

        ObservedRelease release = known().getFirst();
        assertThat(release.marks()).contains(Mark.DATE_ONLY);
        assertThat(release.releasedAt()).isAfterOrEqualTo(Instant.parse("2013-01-02T08:00:00Z"));
    }

    @Test
    void anUndoAnswersAsIfTheBatchHadNeverComeAndAnotherImportBringsTheOldIdsBack() {
        load(HEADER + "us-cpi-mom,2021-07-13T12:30:00Z,,0.9,0.5,0.6\n");
        List<ObservedRelease> before = known();
        ImportOutcome second = load(THREE);
        List<ObservedRelease> both = known();

        store.imports().undo(second.batch());

        assertThat(known()).isEqualTo(before);
        assertThat(load(THREE).counts().imported()).isEqualTo(3);
        assertThat(known()).isEqualTo(both);
    }

    @Test
    void anUndoKeepsWhatAnotherBatchConfirmed() {
        ImportOutcome first = load(THREE);
        ImportOutcome second = load(THREE + "us-cpi-mom,2021-07-13T12:30:00Z,,0.9,0.5,0.6\n");

        store.imports().undo(first.batch());
        assertThat(known()).hasSize(4);
        store.imports().undo(second.batch());
        assertThat(known()).isEmpty();
    }

    @Test
    void anImportOfNothingNewLeavesNoBatch() {
        load(THREE);

        ImportOutcome second = load(THREE);

        assertThat(second.batch()).isNull();
        assertThat(second.counts().unchanged()).isEqualTo(3);
        assertThat(store.imports().list()).hasSize(1);
    }

    @Test
    void aBatchIsUndoneOnce() {
        ImportOutcome first = load(THREE);
        long undo = store.imports().undo(first.batch());

        assertThatThrownBy(() -> store.imports().undo(first.batch()))
                .isInstanceOf(MacroEdgeException.class)
                .hasMessage("Import 1 was already undone by batch 2. To restore its rows, import the files again");
        assertThatThrownBy(() -> store.imports().undo(undo))
                .hasMessage("No import has the number 2. `import list` shows all imports");
    }

    @Test
    void onlyAKnownBatchHasAQuarantine() {
        Long batch = load(THREE).batch();

        assertThat(store.imports().quarantine(batch)).isEmpty();
        assertThatThrownBy(() -> store.imports().quarantine(batch + 1))
                .hasMessage("No import has the number 2. `import list` shows all imports");
    }

    @Test
    void aDryRunSaysTheSameAndStoresNothing() {
        ImportOutcome dry = store.imports().run(request("macro-edge", THREE, true), ImportProgress.SILENT);

        assertThat(dry.batch()).isNull();
        assertThat(dry.counts()).isEqualTo(load(THREE).counts());
        assertThat(store.imports().list()).hasSize(1);
    }

    @Test
    void anUnreadableRowIsQuarantinedAndTheRestIsImported() {
        ImportCounts counts =
                load(THREE + "us-cpi-mom,2021-07-13T12:30:00Z,,high,0.5,0.6\n").counts();

        assertThat(counts.quarantined()).isEqualTo(1);
        assertThat(counts.imported()).isEqualTo(3);
        assertThat(store.imports().quarantine(null))
                .containsExactly(new QuarantinedRow(
                        1,
                        "test.csv",
                        5,
                        "unreadable-actual",
                        "actual \"high\" is not a number",
                        "us-cpi-mom,2021-07-13T12:30:00Z,,high,0.5,0.6"));
    }

    @Test
    void anUnreadablePreviousLosesOnlyItself() {
        load(HEADER + "us-cpi-mom,2021-07-13T12:30:00Z,,0.9,0.5,n/a\n");

        assertThat(known().getFirst().previous()).isNull();
        assertThat(known().getFirst().actual()).isEqualByComparingTo("0.9");
    }

    @Test
    void anIndicatorThatIsUnknownIsListedByFrequency() {
        ImportCounts counts = load(HEADER
                        + "us-tea-leaves,2021-07-13T12:30:00Z,,1,,\n"
                        + "us-tea-leaves,2021-08-13T12:30:00Z,,2,,\n"
                        + "us-coffee,2021-08-13T12:30:00Z,,2,,\n")
                .counts();

        assertThat(counts.unmapped()).isEqualTo(3);
        assertThat(counts.unmappedTitles())
                .containsExactly(
                        new ImportCounts.UnmappedTitle("us-tea-leaves", 2),
                        new ImportCounts.UnmappedTitle("us-coffee", 1));
    }

    @Test
    void aFaultOfAFileStoresNothingOfTheBatch() {
        refused(
                "<!DOCTYPE html><html>",
                "test.csv seems to be a web page (HTML), where the profile says CSV (test.csv:1)");
        refused("", "test.csv is empty (test.csv:1)");
        refused(
                THREE + "us-cpi-mom,2021-07-1",
                "test.csv is cut off: the last line has 2 fields where the header has 6 (test.csv:5)");
        refused("title,actual\nCPI,5\n", "test.csv has no column \"indicator\"; it has title, actual (test.csv:1)");

        assertThat(store.imports().list()).isEmpty();
        assertThat(known()).isEmpty();
    }

    @Test
    void bytesOfAnotherEncodingAreRefused() {
        byte[] latin =
                (HEADER + "us-cpi-mom,2021-07-13T12:30:00Z,,0.9,0.5,\u00fc\n").getBytes(StandardCharsets.ISO_8859_1);
        ImportRequest request = new ImportRequest(
                "macro-edge",
                PROFILES.named("macro-edge"),
                List.of(new CalendarFile("test.csv", () -> new ByteArrayInputStream(latin))),
                false,
                false);

        assertThatThrownBy(() -> store.imports().run(request, ImportProgress.SILENT))
                .hasMessageStartingWith("test.csv is not text in UTF-8");
    }

    @Test
    void theEventLogTellsEachRegionWhatChanged() {
        load(THREE + "de-prelim-cpi-mom,2013-01-02,,0.9,0.7,-0.1\n");

        assertThat(database.jdbc()
                        .sql("SELECT key || ' ' || (payload ->> 'indicators') FROM event_log ORDER BY seq")
                        .query(String.class)
                        .list())
                .containsExactly("US [\"us-nonfarm-payrolls\"]", "DE [\"de-prelim-cpi-mom\"]");
    }

    @Test
    void factsCannotBeChanged() {
        load(THREE);

        assertThatThrownBy(
                        () -> database.jdbc().sql("UPDATE print SET actual = 1").update())
                .hasMessageContaining("print holds facts: they are added, never changed or removed");
    }

    @Test
    void aBareNameIsNoFileOfTheWorkingFolder() {
        assertThat(Path.of("pom.xml")).isRegularFile();
        assertThatThrownBy(() -> PROFILES.named("pom.xml")).hasMessageContaining("Profile \"pom.xml\" does not exist");
    }

    @Test
    void aProfileThatIsNotThereNamesThoseThatAre() {
        assertThatThrownBy(() -> PROFILES.named("bloomberg"))
                .isInstanceOfSatisfying(
                        MacroEdgeException.class,
                        fault -> assertThat(fault.code()).isEqualTo(ProblemCode.UNKNOWN_PROFILE))
                .hasMessage("Profile \"bloomberg\" does not exist. Available profiles: finnhub, fmp,"
                        + " forexfactory-archive, forexfactory-feed, forexfactory-feed-csv, investing,"
                        + " investing-by-indicator, macro-edge, metatrader5, nasdaq, sample, tradingeconomics."
                        + " On the command line, the path of a profile works too");
    }

    private void refused(String content, String message) {
        assertThatThrownBy(() -> load(content))
                .isInstanceOf(MacroEdgeException.class)
                .hasMessageStartingWith(message);
    }

    private List<ObservedRelease> known() {
        return store.facts().asKnown(null).releases();
    }

    private ImportOutcome load(String content) {
        return store.imports().run(request("macro-edge", content, false), ImportProgress.SILENT);
    }

    private static ImportRequest request(String profile, String content, boolean dryRun) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return new ImportRequest(
                profile,
                PROFILES.named(profile),
                List.of(new CalendarFile("test.csv", () -> new ByteArrayInputStream(bytes))),
                false,
                dryRun);
    }
}
