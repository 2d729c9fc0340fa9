package org.macroedge.server.releases.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.server.releases.intake.RowFault;

/// How the texts of date and clock time are read, in one column or in two, one case a line. A clock time is read
/// or its row is faulty; it is never dropped.
class ClockTextCasesTest {

    private static final String PROFILE = """
        source: mine
        file: {delimiter: ";", columns: {title: event, instant: %s, actual: actual}}
        instant: {patterns: [%s], zone: America/New_York}
        dateOnly: [Tentative, "All Day", "00:00"]
        titles:
          - {title: CPI, indicator: us-cpi-yoy}
        """;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}: {2} {3} as {1}")
    @CsvFileSource(resources = "clock-text-cases.csv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1)
    void aClockTimeIsReadOrItsRowIsFaulty(
            String columns, String patterns, @Nullable String day, @Nullable String clock, String expected) {
        String instant = switch (columns) {
            case "one" -> "d";
            case "two" -> "[d, t], clock: t";
            case "joined" -> "[d, t]";
            case "beside" -> "d, clock: t";
            default -> throw new IllegalArgumentException(columns);
        };

        ReadRows rows = ReadRows.of(
                folder,
                PROFILE.formatted(instant, patterns),
                "calendar.csv",
                "event;d;t;actual\nCPI;" + (day == null ? "" : day) + ";" + (clock == null ? "" : clock) + ";1\n");

        assertThat(result(rows)).isEqualTo(expected);
    }

    private static String result(ReadRows rows) {
        List<RowFault> faults = rows.faults;
        return faults.isEmpty()
                ? rows.mapped.getFirst().instant() + (rows.mapped.getFirst().dateOnly() ? " date-only" : "")
                : faults.getFirst().message();
    }
}
