package org.macroedge.server.releases.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.server.releases.intake.ReportedRelease;

/// Which rows of a yearly file belong to the next year, one case a line.
class SpillCasesTest {

    private static final String PROFILE = """
        source: mine
        file: {columns: {title: event, instant: at, actual: actual}}
        instant: {patterns: ["yyyy-MM-dd HH:mm", "yyyy-MM-dd"], zone: UTC}
        %s
        titles:
          - {title: Payrolls, indicator: us-nonfarm-payrolls}
        """;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "spill-cases.csv", delimiter = '|', numLinesToSkip = 1)
    void theRowsAfterAJumpBackBelongToTheNextYear(String rule, String days, String rows, String expected) {
        StringBuilder text = new StringBuilder("event,at,actual\n");
        for (String row : rows.split(";")) {
            text.append(row.contains(",") ? row.strip() : "Payrolls," + row.strip())
                    .append(",1\n");
        }

        ReadRows read = ReadRows.of(
                folder,
                PROFILE.formatted(days.equals("never") ? "" : "spill: {backwardJumpDays: " + days + "}"),
                "calendar-2021.csv",
                text.toString());

        List<String> dates = new ArrayList<>();
        for (ReportedRelease row : read.mapped) {
            dates.add(row.instant().toString().substring(0, 10) + (row.spilled() ? " spilled" : ""));
        }
        assertThat(String.join("; ", dates)).as(rule).isEqualTo(expected);
    }
}
