package org.macroedge.server.releases.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.server.releases.intake.ReportedForecast;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowFault;

/// What becomes of a row of a file: mapped, ignored, unmapped or faulty, one case a line. The first column of a
/// row is its title, or the id of its indicator.
class RowResultCasesTest {

    private static final String PROFILE = """
        source: mine
        file:
          columns: {%s: event, instant: at, period: period, actual: actual, forecast: forecast, previous: previous,
                    event: uid}
        instant: {pattern: "yyyy-MM-dd HH:mm", zone: UTC}
        values: {suffixes: {K: 3, "%%": 0}, missing: "-"}
        ignore: Holiday
        forecastKind: vendor
        titles:
          - {title: Payrolls, indicator: us-nonfarm-payrolls, from: 2014-01-02, to: 2021-12-30}
          - {title: Payrolls, indicator: us-nonfarm-payrolls, from: 2026-01-01}
        """;
    private static final String HEADER = "event,at,period,actual,forecast,previous,uid\n";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "row-result-cases.csv", delimiter = '|', numLinesToSkip = 1)
    void everyRowHasTheResultOfItsCase(String rule, String theCase, String column, String row, String expected) {
        ReadRows rows = ReadRows.of(folder, PROFILE.formatted(column), "calendar.csv", HEADER + row + "\n");

        assertThat(String.join("; ", results(rows))).as("%s: %s", rule, theCase).isEqualTo(expected);
    }

    private static List<String> results(ReadRows rows) {
        List<String> results = new ArrayList<>();
        rows.mapped.forEach(row -> results.add(line(row)));
        rows.unmapped.forEach(title -> results.add("unmapped " + title));
        rows.faults.forEach(fault -> results.add(line(fault)));
        if (rows.ignored > 0) {
            results.add("ignored");
        }
        return results;
    }

    private static String line(ReportedRelease row) {
        StringBuilder line = new StringBuilder(row.indicator().id().value());
        add(line, "period", row.period());
        add(line, "actual", row.actual());
        for (ReportedForecast forecast : row.forecasts()) {
            add(line, forecast.kind().code(), forecast.value());
        }
        add(line, "previous", row.previous());
        add(line, "event", row.eventId());
        return line.toString();
    }

    private static void add(StringBuilder line, String name, @Nullable Object value) {
        String text = value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
        if (value != null && !text.isEmpty()) {
            line.append(' ').append(name).append('=').append(text);
        }
    }

    private static String line(RowFault fault) {
        return fault.reason().code() + " in line " + fault.line() + ": " + fault.message();
    }
}
