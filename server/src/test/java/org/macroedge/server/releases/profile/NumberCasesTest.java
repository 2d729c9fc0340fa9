package org.macroedge.server.releases.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.server.releases.intake.RowFault;

/// Which texts are numbers by what the profile declares, one case a line.
class NumberCasesTest {

    private static final String PROFILE = """
        source: mine
        file: {delimiter: ";", columns: {title: event, instant: at, actual: actual, previous: previous}}
        instant: {pattern: "yyyy-MM-dd", zone: America/New_York}
        values: {%s}
        titles:
          - {title: it, unit: units, indicator: us-cpi-yoy}
        """;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}: {2} with {1}")
    @CsvFileSource(resources = "number-cases.csv", delimiter = ';', numLinesToSkip = 1, quoteCharacter = '`')
    void whatTheProfileDeclaresIsANumberAndNothingElse(
            String rule, @Nullable String declared, String text, String expected) {
        ReadRows rows = ReadRows.of(
                ReadRows.profile(folder, PROFILE.formatted(declared == null ? "" : declared)),
                "calendar.csv",
                ("event;at;actual;previous\nit;2021-07-13;" + text + ";5\n").getBytes(StandardCharsets.UTF_8));

        assertThat(result(rows)).as("%s: %s with %s", rule, text, declared).isEqualTo(expected);
    }

    private static String result(ReadRows rows) {
        if (!rows.faults.isEmpty()) {
            assertThat(rows.faults).extracting(RowFault::reason).containsOnly(RowFault.Reason.UNREADABLE_ACTUAL);
            return "unreadable";
        }
        return rows.mapped.getFirst().actual() == null
                ? "missing"
                : rows.mapped.getFirst().actual().toPlainString();
    }
}
