package org.macroedge.server.releases.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowFault;

/// Files that say when they were captured: their schedules and forecasts count from then on.
class CapturedFilesTest {

    private static final String FEED = """
        source: mine
        file: {columns: {area: Country, title: Title, instant: [Date, Time], clock: Time, forecast: Forecast, previous: Previous}}
        instant: {pattern: "MM-dd-yyyy h:mma", zone: UTC}
        captured: {from: file-name, pattern: "yyyyMMdd'T'HHmmss", zone: %s}
        values: {suffixes: {K: 3}}
        titles:
          - {area: USD, title: Payrolls, indicator: us-nonfarm-payrolls}
        """;
    private static final String ROWS =
            "Title,Country,Date,Time,Forecast,Previous\nPayrolls,USD,10-03-2025,12:30pm,52K,22K\n";
    private static final String COLUMN = """
        source: mine
        file: {columns: {title: event, instant: at, captured: seen, actual: actual, forecast: forecast}}
        instant: {pattern: "yyyy-MM-dd HH:mm", zone: UTC}
        captured: {from: column, pattern: "dd.MM.yyyy HH:mm:ss", zone: Europe/Berlin}
        titles:
          - {title: CPI, indicator: us-cpi-yoy}
        """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "week_20251002T221323Z.csv, UTC, 2025-10-02T22:13:23Z",
        "week_20251002T221323.csv, America/New_York, 2025-10-03T02:13:23Z",
        "10000_20251002T221323.csv, America/New_York + 4 h, 2025-10-02T22:13:23Z",
        "20251102T013000.csv, America/New_York, 2025-11-02T06:30:00Z",
    })
    void theNameOfAFileSaysWhenAllItsRowsWereCaptured(String name, String zone, Instant captured) {
        ReportedRelease row =
                ReadRows.of(folder, FEED.formatted(zone), name, ROWS).mapped.getFirst();

        assertThat(row.actual()).as("a file without actuals").isNull();
        assertThat(row.scheduleCapturedAt()).isEqualTo(captured);
        assertThat(row.forecasts())
                .singleElement()
                .satisfies(forecast -> assertThat(forecast.capturedAt()).isEqualTo(captured))
                .satisfies(forecast -> assertThat(forecast.value()).isEqualByComparingTo("52000"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "week.csv | week.csv has no time in its name that fits the pattern of captured (week.csv)",
                "20250230T221323.csv | 20250230T221323.csv has no time in its name that fits the pattern of captured",
                "20271002T221323.csv | 20271002T221323.csv was captured in the future, by its name:"
                        + " 2027-10-02T22:13:23Z",
            })
    void aNameWithoutAUsableTimeIsAFaultOfTheFile(String name, String message) {
        assertThatThrownBy(() -> ReadRows.of(folder, FEED.formatted("UTC"), name, ROWS))
                .hasMessageStartingWith(message);
    }

    @Test
    void aColumnSaysWhenEachRowWasCaptured() {
        ReadRows rows = ReadRows.of(folder, COLUMN, "a.csv", """
            event,at,seen,actual,forecast
            CPI,2021-09-14 12:30,13.09.2021 09:00:00,,5.3
            CPI,2021-10-13 12:30,,5.4,5.3
            CPI,2021-11-10 12:30,yesterday,6.2,5.8
            CPI,2021-12-10 13:30,01.01.2030 00:00:00,6.8,6.7
            CPI,2022-01-12 13:30,27.03.2022 02:30:00,7.0,7.1
            """);

        assertThat(rows.mapped)
                .extracting(ReportedRelease::scheduleCapturedAt)
                .containsExactly(Instant.parse("2021-09-13T07:00:00Z"), null);
        assertThat(rows.faults)
                .extracting(RowFault::message)
                .containsExactly(
                        "captured \"yesterday\" does not fit the pattern of captured",
                        "captured \"01.01.2030 00:00:00\" is in the future",
                        "captured \"27.03.2022 02:30:00\" does not fit the pattern of captured");
        assertThat(rows.faults).extracting(RowFault::reason).containsOnly(RowFault.Reason.UNREADABLE_CAPTURE);
    }
}
