package org.macroedge.server.releases.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.server.releases.intake.ReportedRelease;

/// When a row of a file becomes known, one case a line: by its clock time, or by its date alone.
class PlacementCasesTest {

    private static final String PROFILE = """
        source: mine
        file: {delimiter: ";", columns: {title: event, instant: at, clock: clock, actual: actual}}
        instant: {patterns: ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"], zone: %s}
        time: %s
        dates: %s
        dateOnly: [Tentative, "00:00"]
        titles:
          - {title: it, indicator: %s}
        """;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "placement-cases.csv", delimiter = '|', numLinesToSkip = 1)
    void everyRuleGivesThePlaceOfItsCases(
            String rule,
            String theCase,
            String time,
            String dates,
            String zone,
            String indicator,
            String at,
            @Nullable String clock,
            String expected) {
        ReadRows rows = ReadRows.of(
                folder,
                PROFILE.formatted(zone, time, dates, indicator),
                "calendar.csv",
                "event;at;clock;actual\nit;" + at + ";" + (clock == null ? "" : clock) + ";235\n");

        assertThat(placed(rows)).as("%s: %s", rule, theCase).isEqualTo(expected);
    }

    private static String placed(ReadRows rows) {
        if (rows.mapped.isEmpty()) {
            return rows.faults.getFirst().message();
        }
        ReportedRelease row = rows.mapped.getFirst();
        return row.instant()
                + (row.localDate() == null ? "" : " on " + row.localDate())
                + (row.dateOnly() ? " date-only" : "")
                + (row.shifted() ? " shifted" : "");
    }
}
