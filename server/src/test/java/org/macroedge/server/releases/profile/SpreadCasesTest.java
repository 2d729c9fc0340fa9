package org.macroedge.server.releases.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.engine.release.ForecastSpread;
import org.macroedge.server.releases.intake.ReportedForecast;
import org.macroedge.server.releases.intake.RowFault;

/// What a calendar file says beside a forecast: the lowest, the highest and the number of those that it sums up.
class SpreadCasesTest {

    private static final String PROFILE = """
        source: mine
        file:
          columns: {title: event, instant: at, actual: actual, forecast: forecast, forecastLow: low, forecastHigh: high,
                    forecastCount: forecasters, multiplier: unit}
          optional: [low, high, forecasters, unit]
        instant: {pattern: "yyyy-MM-dd HH:mm", zone: UTC}
        values: {suffixes: {K: 3, M: 6, "%": 0}, missing: "-", multipliers: {thousands: 3}}
        titles:
          - {title: Payrolls, indicator: us-nonfarm-payrolls}
          - {title: Claims in thousands, indicator: us-unemployment-claims, unit: thousands}
        """;
    private static final String ROW = "Payrolls,2021-09-03 12:30,235K,";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "spread-cases.csv", delimiter = '|', numLinesToSkip = 1)
    void aSpreadIsStatedOrItsRowIsSetAside(
            String rule,
            String theCase,
            @Nullable String forecast,
            @Nullable String low,
            @Nullable String high,
            @Nullable String count,
            String expected) {
        String row = ROW
                + List.of(text(forecast), text(low), text(high), text(count)).stream()
                        .collect(Collectors.joining(","));

        assertThat(result("event,at,actual,forecast,low,high,forecasters\n" + row))
                .as("%s: %s", rule, theCase)
                .isEqualTo(expected);
    }

    @Test
    void aUnitCountsForTheLowestAndTheHighestAndNotForTheCount() {
        String columns = "event,at,actual,forecast,low,high,forecasters";

        assertThat(result(columns + ",unit\n" + ROW + "720,650,1100,62,thousands"))
                .isEqualTo("720000 low=650000 high=1100000 count=62");
        assertThat(result(columns + "\nClaims in thousands,2021-09-03 12:30,235,720,650,1100,62"))
                .isEqualTo("720000 low=650000 high=1100000 count=62");
    }

    @Test
    void aCountIsNotScaledLikeTheFigures() {
        ReadRows rows = ReadRows.of(
                folder,
                PROFILE.replace("values: {", "values: {scale: 1000000, "),
                "calendar.csv",
                "event,at,actual,forecast,low,high,forecasters\n"
                        + "Payrolls,2021-09-03 12:30,1,720000000000,650000000000,1100000000000,62\n");

        assertThat(result(rows)).isEqualTo("720000 low=650000 high=1100000 count=62");
    }

    @Test
    void aTitleThatMeansNothingIsUnmappedWhateverItsSpreadSays() {
        ReadRows rows = ReadRows.of(
                folder,
                PROFILE,
                "calendar.csv",
                "event,at,actual,forecast,low,high,forecasters\nTea leaves,2021-09-03 12:30,,,6,5,0\n");

        assertThat(rows.unmapped).containsExactly("Tea leaves");
        assertThat(rows.faults).isEmpty();
    }

    @Test
    void aFileMayLackOptionalColumnsInEveryFormat() {
        assertThat(result("event,at,actual,forecast\n" + ROW + "720K")).isEqualTo("720000");
        assertThat(result(ReadRows.of(
                        folder,
                        PROFILE.replace("file:", "file:\n  format: json"),
                        "calendar.json",
                        "[{\"event\": \"Payrolls\", \"at\": \"2021-09-03 12:30\", \"actual\": 1, \"forecast\": 2,"
                                + " \"low\": 1.5, \"forecasters\": 62}]")))
                .isEqualTo("2 low=1.5 count=62");
        assertThat(result(ReadRows.of(
                        ReadRows.profile(folder, PROFILE.replace("file:", "file:\n  format: xlsx\n  sheet: Data")),
                        "calendar.xlsx",
                        Workbook.of("event;at", "event;at;actual;forecast;high\nPayrolls;2021-09-03 12:30;=1;=2;=3"))))
                .isEqualTo("2 high=3");
    }

    private String result(String text) {
        return result(ReadRows.of(folder, PROFILE, "calendar.csv", text + "\n"));
    }

    private static String result(ReadRows rows) {
        assertThat(rows.mapped.size() + rows.faults.size()).isEqualTo(1);
        if (rows.mapped.isEmpty()) {
            RowFault fault = rows.faults.getFirst();
            return fault.reason().code() + ": " + fault.message();
        }
        List<ReportedForecast> forecasts = rows.mapped.getFirst().forecasts();
        return forecasts.isEmpty() ? "none" : text(forecasts.getFirst());
    }

    private static String text(ReportedForecast forecast) {
        ForecastSpread spread = forecast.spread();
        return forecast.value().toPlainString()
                + (spread.low() == null ? "" : " low=" + spread.low().toPlainString())
                + (spread.high() == null ? "" : " high=" + spread.high().toPlainString())
                + (spread.count() == null ? "" : " count=" + spread.count());
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell;
    }
}
