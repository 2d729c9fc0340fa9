package org.macroedge.server.releases.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.server.releases.intake.ReportedRelease;

/// Which rows may belong to the January a year after the one that their file says, and where they would stand
/// there, one case a line. Whether they do is decided by content, when the batch is stored.
class SpillCasesTest {

    private static final String PROFILE = """
        source: mine
        file: {columns: {title: event, instant: at, actual: actual}}
        instant: {patterns: ["yyyy-MM-dd HH:mm", "yyyy-MM-dd"], zone: %s}
        dates: %s
        %s
        titles:
          - {title: Payrolls, indicator: us-nonfarm-payrolls}
        """;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "spill-cases.csv", delimiter = '|', numLinesToSkip = 1)
    void rowsOfTheFirstDaysOfJanuaryMayBelongToTheNext(
            String rule, String spill, String zone, String dates, String at, String instant, String target) {
        ReadRows read = ReadRows.of(
                folder,
                PROFILE.formatted(zone, dates, spill.equals("never") ? "" : "spill: " + spill),
                "calendar-2021.csv",
                "event,at,actual\nPayrolls,2021-06-04 12:30,1\nPayrolls," + at + ",1\n");

        ReportedRelease row = read.mapped.getLast();
        assertThat(row.instant()).as(rule).hasToString(instant);
        assertThat(text(row)).as(rule).isEqualTo(target);
    }

    private static String text(ReportedRelease row) {
        if (row.spillTarget() == null) {
            return "none";
        }
        return row.spillTarget().instant()
                + (row.spillTarget().localDate() == null
                        ? ""
                        : " on " + row.spillTarget().localDate());
    }
}
