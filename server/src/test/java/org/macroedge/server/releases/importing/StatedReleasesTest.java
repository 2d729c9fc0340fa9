package org.macroedge.server.releases.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.releases.intake.ReportedForecast;
import org.macroedge.server.releases.intake.ReportedRelease;

/// What a store knows after imports that follow, correct or contradict each other.
class StatedReleasesTest {

    private static final String MINE = "mine";

    private final LawStore store = new LawStore();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aFigureWeeksLateTakesTheScheduleOfItsPeriod() {
        String payrolls = "us-nonfarm-payrolls";
        load(MINE, row(payrolls, "2024-09-06T12:30:00Z", "150000", "110000", "140000", "2024-08-01"));
        load(MINE, row(payrolls, "2024-10-04T12:30:00Z", null, "60000", null, "2024-09-01"));
        load(MINE, row(payrolls, "2024-11-08T13:30:00Z", null, "-20000", null, "2024-10-01"));
        load(MINE, row(payrolls, "2024-11-22T13:30:00Z", "130000", "61000", "-5000", "2024-09-01"));

        LawStore.Answers answers = store.answers();
        assertThat(answers.releases())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("us-nonfarm-payrolls@2024-10-04 2024-11-22T13:30:00Z 2024-09-01 true 130000");
        assertThat(answers.planned())
                .filteredOn(line -> line.endsWith(" null"))
                .singleElement()
                .asString()
                .startsWith("us-nonfarm-payrolls@2024-11-08")
                .contains("survey mine -20000");
    }

    @Test
    void aCorrectedReleaseIsMarkedFromThenOnUntilTheCorrectionIsUndone() {
        load(MINE, row("us-nonfarm-payrolls", "2024-06-07T12:30:00Z", "142000", "90000", "100000", null));
        assertThat(release().marks()).doesNotContain(Mark.CORRECTED);

        ImportOutcome correction =
                load(MINE, row("us-nonfarm-payrolls", "2024-06-07T12:30:00Z", "42000", "90000", "100000", null));

        assertThat(correction.counts().corrected()).isOne();
        assertThat(release().actual()).isEqualByComparingTo("42000");
        assertThat(release().marks()).contains(Mark.CORRECTED);

        store.undo(Objects.requireNonNull(correction.batch()));
        assertThat(release().actual()).isEqualByComparingTo("142000");
        assertThat(release().marks()).doesNotContain(Mark.CORRECTED);
    }

    @Test
    void twoFiguresUnderOneTitleAreSetAsideInADryRunToo() {
        List<ReportedRelease> rows = List.of(
                row("us-cpi-mom", "2024-06-12T12:30:00Z", "0.6", "0.4", "0.3", null),
                row("us-cpi-mom", "2024-06-12T12:30:00Z", "7.2", "7.0", "6.9", null));

        assertThat(store.dryRun(MINE, rows).counts().quarantined()).isEqualTo(2);
        assertThat(store.load(MINE, rows).counts().quarantined()).isEqualTo(2);
        assertThat(store.known().releases()).isEmpty();
        assertThat(store.quarantine()).hasSize(2).allMatch(line -> line.startsWith("two-figures "));
    }

    @Test
    void aWorseSourceNeverOutranksABetterOneWhereverItsClockStands() {
        String better = "forexfactory-archive";
        load(better, row("au-cpi-qoq", "2021-10-27T00:30:00Z", "0.8", "0.8", "0.8", null, better));
        for (String clock : List.of("2021-10-26T23:30:00Z", "2021-10-27T00:30:00Z", "2021-10-27T01:30:00Z")) {
            ImportOutcome worse = load("lowly", row("au-cpi-qoq", clock, "1.8", "0.1", "0.8", null, "lowly"));
            assertThat(release().releasedAt()).as(clock).isEqualTo("2021-10-27T00:30:00Z");
            assertThat(release().actual()).as(clock).isEqualByComparingTo("0.8");
            store.undo(Objects.requireNonNull(worse.batch()));
        }
    }

    private ImportOutcome load(String source, ReportedRelease row) {
        return store.load(source, List.of(row));
    }

    private ObservedRelease release() {
        List<ObservedRelease> releases = store.known().releases();
        assertThat(releases).hasSize(1);
        return releases.getFirst();
    }

    private static ReportedRelease row(
            String indicator,
            String instant,
            @Nullable String actual,
            String forecast,
            @Nullable String previous,
            @Nullable String period) {
        return row(indicator, instant, actual, forecast, previous, period, MINE);
    }

    private static ReportedRelease row(
            String id,
            String instant,
            @Nullable String actual,
            String forecast,
            @Nullable String previous,
            @Nullable String period,
            String source) {
        Indicator indicator = LawStore.CATALOGUE.indicator(id).orElseThrow();
        return new ReportedRelease(
                source + ".csv",
                1,
                "title",
                source,
                indicator,
                Instant.parse(instant),
                null,
                false,
                period == null ? null : LocalDate.parse(period),
                actual == null ? null : new BigDecimal(actual),
                previous == null ? null : new BigDecimal(previous),
                List.of(new ReportedForecast(ForecastKind.SURVEY, new BigDecimal(forecast), null)),
                null,
                null,
                false,
                null);
    }
}
