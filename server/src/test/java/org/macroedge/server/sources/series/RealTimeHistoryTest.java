package org.macroedge.server.sources.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.catalogue.series.Series;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowConsumer;
import org.macroedge.server.releases.intake.RowResult;

/// Which figures of a dated history are first prints, and from when on they count.
class RealTimeHistoryTest {

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final Indicator PAYROLLS =
            CATALOGUE.indicator("us-nonfarm-payrolls").orElseThrow();
    private static final LocalDate START = LocalDate.parse("2024-01-01");

    private static RealTimeHistory history(String... rows) {
        return RealTimeHistory.of(
                Arrays.stream(rows)
                        .map(row -> row.split(" "))
                        .map(cells -> new DatedFigure(
                                LocalDate.parse(cells[0]),
                                cells[3].equals(".") ? null : new BigDecimal(cells[3]),
                                LocalDate.parse(cells[1]),
                                LocalDate.parse(cells[2])))
                        .toList(),
                new RealTimeWindow(START, START, LocalDate.MAX));
    }

    private static List<String> prints(RealTimeHistory history) {
        return history.firstPrints(PAYROLLS).stream()
                .map(print -> print.period() + " " + print.from())
                .toList();
    }

    @Test
    void aPeriodIsPrintedWhenItFirstHasAFigure() {
        assertThat(prints(history(
                        "2026-07-01 2026-08-07 9999-12-31 100",
                        "2026-08-01 2026-09-04 2026-10-01 101",
                        "2026-08-01 2026-10-02 9999-12-31 102",
                        "2026-09-01 2026-10-02 2026-10-05 .",
                        "2026-09-01 2026-10-06 9999-12-31 103")))
                .containsExactly("2026-08-01 2026-09-04", "2026-09-01 2026-10-06");
    }

    @Test
    void whatComesFirstOrStoodOnTheFirstDayIsTheFirstPrintOfNothing() {
        assertThat(prints(history(
                        "2023-10-01 2024-01-01 9999-12-31 100",
                        "2023-11-01 2024-01-01 9999-12-31 101",
                        "2023-12-01 2024-01-05 9999-12-31 102")))
                .containsExactly("2023-12-01 2024-01-05");
    }

    @Test
    void whatFillsThePastIsNoPrint() {
        assertThat(prints(history(
                        "2026-07-01 2026-08-07 9999-12-31 100",
                        "2026-08-01 2026-09-04 9999-12-31 101",
                        "2026-06-01 2026-09-04 9999-12-31 99",
                        "2026-05-01 2026-09-20 9999-12-31 98")))
                .containsExactly("2026-08-01 2026-09-04");
    }

    /// After the shutdown of 2025, two months came on one day.
    @Test
    void monthsThatComeTogetherAreBothPrinted() {
        assertThat(prints(history(
                        "2025-09-01 2025-11-20 9999-12-31 100",
                        "2025-10-01 2025-12-16 9999-12-31 101",
                        "2025-11-01 2025-12-16 9999-12-31 102")))
                .containsExactly("2025-10-01 2025-12-16", "2025-11-01 2025-12-16");
    }

    @ParameterizedTest
    @CsvSource({"2026-12-14, true", "2026-12-15, false"})
    void whatComesMonthsAfterItsTimeIsALoadOfHistory(String day, boolean printed) {
        assertThat(prints(history("2026-07-01 2026-08-07 9999-12-31 100", "2026-08-01 " + day + " 9999-12-31 101")))
                .hasSize(printed ? 1 : 0);
    }

    private static List<ReportedRelease> rows(String fetchedAt, RealTimeHistory history) {
        Series payrolls = CATALOGUE.series("fred").stream()
                .filter(series -> series.indicator().equals(PAYROLLS))
                .findFirst()
                .orElseThrow();
        List<ReportedRelease> rows = new ArrayList<>();
        new VintageRows("fred", "PAYEMS", List.of(payrolls), history, Instant.parse(fetchedAt))
                .deliver(new RowConsumer() {
                    @Override
                    public void startFile(String name) {
                        assertThat(name).isEqualTo("PAYEMS");
                    }

                    @Override
                    public void accept(RowResult result) {
                        rows.add(((RowResult.Mapped) result).release());
                    }
                });
        return rows;
    }

    private static final RealTimeHistory REVISED = history(
            "2026-07-01 2026-08-07 9999-12-31 159000",
            "2026-08-01 2026-09-04 2026-10-01 159286",
            "2026-08-01 2026-10-02 9999-12-31 159300",
            "2026-09-01 2026-10-02 2026-11-05 159381",
            "2026-09-01 2026-11-06 9999-12-31 159370",
            "2026-10-01 2026-11-06 9999-12-31 159500");

    /// Each figure and the one before stand as they stood on the day of the print.
    @Test
    void aPrintIsMadeOfWhatStoodOnItsDay() {
        assertThat(rows("2026-11-26T12:00:00Z", REVISED))
                .extracting(
                        ReportedRelease::period,
                        ReportedRelease::instant,
                        ReportedRelease::dateOnly,
                        row -> String.valueOf(row.actual()),
                        row -> String.valueOf(row.previous()))
                .containsExactly(
                        tuple(
                                LocalDate.parse("2026-08-01"),
                                Instant.parse("2026-09-04T12:30:00Z"),
                                true,
                                "286000",
                                "null"),
                        tuple(
                                LocalDate.parse("2026-09-01"),
                                Instant.parse("2026-10-02T12:30:00Z"),
                                true,
                                "81000",
                                "300000"),
                        tuple(
                                LocalDate.parse("2026-10-01"),
                                Instant.parse("2026-11-06T13:30:00Z"),
                                true,
                                "130000",
                                "70000"));
    }

    /// The day of a vintage may be ahead of the clock, or its release time: nothing counts before it was fetched, or
    /// after it was there.
    @ParameterizedTest
    @CsvSource({
        "2026-11-06T13:00:00.2Z, 2026-11-06T13:00:01Z, false",
        "2026-11-06T13:30:00Z, 2026-11-06T13:30:00Z, true",
        "2026-11-05T23:30:00Z, 2026-11-05T23:30:00Z, false"
    })
    void aVintageAheadOfTheClockCountsFromItsFetch(String fetched, Instant known, boolean dateOnly) {
        ReportedRelease last = rows(fetched, REVISED).getLast();

        assertThat(last.instant()).isEqualTo(known);
        assertThat(last.dateOnly()).isEqualTo(dateOnly);
        assertThat(last.localDate()).isEqualTo(dateOnly ? LocalDate.parse("2026-11-06") : null);
    }

    /// The change of March is the first whose previous figure, that of February, can be made of what was asked for. So
    /// no print loses its previous figure when the years that are asked for move on.
    @Test
    void aPrintWhosePreviousFigureIsCutOffIsLeftOut() {
        assertThat(rows(
                        "2024-05-26T12:00:00Z",
                        history(
                                "2024-01-01 2024-02-02 9999-12-31 157700",
                                "2024-02-01 2024-03-08 9999-12-31 157975",
                                "2024-03-01 2024-04-05 9999-12-31 158278")))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.period()).isEqualTo(LocalDate.parse("2024-03-01"));
                    assertThat(row.previous()).isEqualByComparingTo("275000");
                });
    }

    /// Appending later vintages changes no earlier print.
    @Test
    void laterVintagesChangeNoEarlierPrint() {
        RealTimeHistory longer = history(
                "2026-07-01 2026-08-07 9999-12-31 159000",
                "2026-08-01 2026-09-04 2026-10-01 159286",
                "2026-08-01 2026-10-02 2027-02-04 159300",
                "2026-08-01 2027-02-05 9999-12-31 158000",
                "2026-09-01 2026-10-02 2026-11-05 159381",
                "2026-09-01 2026-11-06 9999-12-31 159370",
                "2026-10-01 2026-11-06 2026-12-03 159500",
                "2026-10-01 2026-12-04 9999-12-31 159520",
                "2026-11-01 2026-12-04 9999-12-31 159600");

        assertThat(rows("2027-02-26T12:00:00Z", longer))
                .hasSize(4)
                .startsWith(rows("2026-11-26T12:00:00Z", REVISED).toArray(ReportedRelease[]::new));
    }
}
