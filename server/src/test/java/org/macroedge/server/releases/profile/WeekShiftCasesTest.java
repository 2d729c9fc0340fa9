package org.macroedge.server.releases.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Which clock times are shifted in a file that most of a week's rows show to be off by whole hours, one case a
/// line. P is payrolls, due at 12:30 UTC in the week of Monday, 30 August 2021; C is the CPI, due at the same
/// time; B the Bank of Japan, without a fixed time. The expected times stand in the order of the rows; `shifted`
/// follows those that moved.
class WeekShiftCasesTest {

    private static final String PROFILE = """
        source: mine
        file: {columns: {title: event, instant: at, actual: actual}}
        instant: {pattern: "yyyy-MM-dd HH:mm", zone: UTC}
        time: %s
        titles:
          - {title: P, indicator: us-nonfarm-payrolls}
          - {title: C, indicator: us-cpi-yoy}
          - {title: B, indicator: jp-boj-policy-rate}
        """;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "week-shift-cases.csv", delimiter = '|', numLinesToSkip = 1)
    void aWeekOfWrongClocksIsShiftedAndNothingElse(String rule, String time, String rows, String expected) {
        List<String> texts = Arrays.stream(rows.split(",")).map(String::strip).toList();
        List<String> wanted =
                Arrays.stream(expected.split(",")).map(String::strip).toList();

        assertThat(read(time, List.of(texts))).as(rule).isEqualTo(wanted);
        assertThat(read(time, List.of(texts.reversed())))
                .as("%s, in reverse order", rule)
                .isEqualTo(wanted.reversed());
        assertThat(read(time, texts.stream().map(List::of).toList()))
                .as("%s, each row in a file of its own", rule)
                .isEqualTo(wanted);
    }

    /// @param files of rows as in `P 1 13:30`: title, day of September, clock time
    private List<String> read(String time, List<List<String>> files) {
        List<CalendarFile> calendar = new ArrayList<>();
        for (List<String> rows : files) {
            byte[] bytes = text(rows).getBytes(StandardCharsets.UTF_8);
            calendar.add(new CalendarFile(calendar.size() + ".csv", () -> new ByteArrayInputStream(bytes)));
        }
        return ReadRows.of(ReadRows.profile(folder, PROFILE.formatted(time)), calendar).mapped.stream()
                .map(row -> row.instant().toString().substring(11, 16) + (row.shifted() ? " shifted" : ""))
                .toList();
    }

    private static String text(List<String> rows) {
        StringBuilder text = new StringBuilder("event,at,actual\n");
        for (String row : rows) {
            String[] parts = row.split(" ");
            text.append("%s,2021-09-%02d %s,1%n".formatted(parts[0], Integer.parseInt(parts[1]), parts[2]));
        }
        return text.toString();
    }
}
