package org.macroedge.server.releases.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.releases.intake.ImportCounts;
import org.macroedge.server.releases.intake.ReportedForecast;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowFault;
import org.macroedge.server.releases.intake.RowResult;

/// Rows that say when their schedules and forecasts were captured, through an adapter that is not a calendar file.
class CapturedRowsTest {

    private static final Catalogue LOADED = CatalogueLoader.load(Path.of("../catalogue"));
    private static final Indicator PAYROLLS =
            LOADED.indicator("us-nonfarm-payrolls").orElseThrow();
    private static final Instant MONDAY = Instant.parse("2021-08-30T08:00:00Z");
    private static final Instant THURSDAY = Instant.parse("2021-09-02T18:00:00.123456Z");
    private static final Instant DUE = Instant.parse("2021-09-03T12:30:00Z");

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
    void everyCaptureIsAFactOfItsOwnAndARepeatedOneIsUnchanged() {
        List<ReportedRelease> rows = List.of(
                row(DUE, null, MONDAY, survey("720000", MONDAY), model("650000", MONDAY)),
                row(DUE, null, THURSDAY, survey("750000", THURSDAY)));

        assertThat(load(rows).imported()).isEqualTo(2);
        assertThat(forecasts())
                .containsExactly(
                        "us-nonfarm-payrolls@2021-09-03 model 2021-08-30 08:00:00 650000",
                        "us-nonfarm-payrolls@2021-09-03 survey 2021-08-30 08:00:00 720000",
                        "us-nonfarm-payrolls@2021-09-03 survey 2021-09-02 18:00:00.123456 750000");
        assertThat(schedules())
                .containsExactly(
                        "us-nonfarm-payrolls@2021-09-03 2021-08-30 08:00:00 2021-09-03 12:30:00",
                        "us-nonfarm-payrolls@2021-09-03 2021-09-02 18:00:00.123456 2021-09-03 12:30:00");

        database.jdbc().sql("DELETE FROM row_digest").update();
        assertThat(load(rows).unchanged()).isEqualTo(2);
        assertThat(forecasts()).hasSize(3);
        assertThat(schedules()).hasSize(2);
    }

    @Test
    void aCapturedForecastOfAnotherValueIsACorrectionAndALaterCaptureIsNot() {
        load(List.of(row(DUE, null, MONDAY, survey("720000", MONDAY))));

        assertThat(load(List.of(row(DUE, null, MONDAY, survey("721000", MONDAY))))
                        .corrected())
                .isOne();
        assertThat(load(List.of(row(DUE, null, MONDAY, survey("750000", THURSDAY))))
                        .imported())
                .isOne();
    }

    @Test
    void aRescheduledReleaseKeepsItsIdAndEveryCapture() {
        Instant later = Instant.parse("2021-09-07T12:30:00Z");

        load(List.of(row(DUE, null, MONDAY), row(later, null, THURSDAY)));

        assertThat(schedules())
                .containsExactly(
                        "us-nonfarm-payrolls@2021-09-03 2021-08-30 08:00:00 2021-09-03 12:30:00",
                        "us-nonfarm-payrolls@2021-09-03 2021-09-02 18:00:00.123456 2021-09-07 12:30:00");
    }

    @Test
    void rowsWithAnActualShareARelease() {
        load(List.of(
                row(DUE, "235000", MONDAY, survey("720000", MONDAY)),
                row(DUE, "235000", THURSDAY, survey("750000", THURSDAY)),
                row(DUE, "235000", null, model("650000", null))));

        assertThat(store.facts().asKnown(null).releases()).singleElement().satisfies(release -> {
            assertThat(release.actual()).isEqualByComparingTo("235000");
            assertThat(release.forecasts()).hasSize(3);
        });
        assertThat(schedules()).hasSize(2);
    }

    @Test
    void capturesReachAReleaseThatIsPrintedAndOneThatAHistoryScheduled() {
        Instant next = Instant.parse("2021-10-08T12:30:00Z");
        load(List.of(row(DUE, "235000", null, survey("720000", null)), row(next, null, null, survey("500000", null))));

        ImportCounts counts = load(List.of(
                row(DUE, null, THURSDAY, survey("750000", THURSDAY)), row(next, null, DUE, survey("490000", DUE))));

        assertThat(counts.imported()).isEqualTo(2);
        assertThat(forecasts())
                .containsExactly(
                        "us-nonfarm-payrolls@2021-09-03 survey 2021-09-02 18:00:00.123456 750000",
                        "us-nonfarm-payrolls@2021-09-03 survey - 720000",
                        "us-nonfarm-payrolls@2021-10-08 survey 2021-09-03 12:30:00 490000",
                        "us-nonfarm-payrolls@2021-10-08 survey - 500000");
    }

    @Test
    void eventsAreFoundByTheirIdAcrossCaptures() {
        load(List.of(event(DUE, MONDAY, "e1"), event(DUE.plusSeconds(86_400L * 20), THURSDAY, "e1")));

        assertThat(schedules())
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("us-nonfarm-payrolls@2021-09-03", "us-nonfarm-payrolls@2021-09-03");
    }

    @Test
    void aCaptureWithoutNumbersSoonAfterAReleaseAddsNothing() {
        load(List.of(row(DUE, "235000", null)));

        assertThat(load(List.of(row(DUE.plusSeconds(86_400), null, DUE.plusSeconds(60))))
                        .unchanged())
                .isOne();
        assertThat(schedules()).isEmpty();
    }

    @Test
    void everyResultIsCounted() {
        ImportCounts counts = run(List.of(
                        new RowResult.Mapped(row(DUE, "235000", null)),
                        new RowResult.Ignored(),
                        new RowResult.Unmapped("US Tea leaves"),
                        new RowResult.Faulty(new RowFault(
                                "push 7", 4, RowFault.Reason.UNREADABLE_ACTUAL, "actual \"x\" is not a number", "x"))))
                .counts();

        assertThat(counts.read()).isEqualTo(4);
        assertThat(counts.imported()).isOne();
        assertThat(counts.ignored()).isOne();
        assertThat(counts.unmappedTitles()).containsExactly(new ImportCounts.UnmappedTitle("US Tea leaves", 1));
        assertThat(counts.quarantined()).isOne();
        assertThat(store.imports().quarantine(null)).hasSize(1);
        assertThat(store.imports().list().getFirst().kind()).isEqualTo("calendar");
    }

    private ImportCounts load(List<ReportedRelease> rows) {
        List<RowResult> results = new ArrayList<>();
        rows.forEach(row -> results.add(new RowResult.Mapped(row)));
        return run(results).counts();
    }

    private ImportOutcome run(List<RowResult> results) {
        ReportedBatch batch = new ReportedBatch(
                BatchKind.CALENDAR, "memory", List.of("push 7"), new MemoryAdapter("vendor", results), false);
        return store.imports().run(batch, ImportProgress.SILENT);
    }

    private static ReportedRelease row(
            Instant instant, @Nullable String actual, @Nullable Instant capturedAt, ReportedForecast... forecasts) {
        return row(instant, actual, capturedAt, null, forecasts);
    }

    private static ReportedRelease event(Instant instant, Instant capturedAt, String id) {
        return row(instant, null, capturedAt, id, survey("1", capturedAt));
    }

    private static ReportedRelease row(
            Instant instant,
            @Nullable String actual,
            @Nullable Instant capturedAt,
            @Nullable String eventId,
            ReportedForecast... forecasts) {
        return new ReportedRelease(
                "push 7",
                1,
                "US payrolls",
                "vendor",
                PAYROLLS,
                instant,
                null,
                false,
                null,
                actual == null ? null : new BigDecimal(actual),
                null,
                Arrays.asList(forecasts),
                capturedAt,
                eventId,
                false,
                null);
    }

    private static ReportedForecast survey(String value, @Nullable Instant capturedAt) {
        return new ReportedForecast(ForecastKind.SURVEY, new BigDecimal(value), capturedAt);
    }

    private static ReportedForecast model(String value, @Nullable Instant capturedAt) {
        return new ReportedForecast(ForecastKind.MODEL, new BigDecimal(value), capturedAt);
    }

    private List<String> forecasts() {
        return lines(
                "SELECT release || ' ' || kind || ' ' || coalesce((captured_at AT TIME ZONE 'UTC')::text, '-') || ' '"
                        + " || value FROM forecast ORDER BY release, kind, captured_at");
    }

    private List<String> schedules() {
        return lines(
                "SELECT release || ' ' || (captured_at AT TIME ZONE 'UTC') || ' ' || (scheduled_at AT TIME ZONE 'UTC')"
                        + " FROM schedule WHERE captured_at IS NOT NULL ORDER BY release, captured_at");
    }

    private List<String> lines(String sql) {
        return database.jdbc().sql(sql).query(String.class).list();
    }
}
