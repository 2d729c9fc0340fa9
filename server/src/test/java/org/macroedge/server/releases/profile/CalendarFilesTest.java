package org.macroedge.server.releases.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.releases.intake.HourOffsets;
import org.macroedge.server.releases.intake.ReportedRelease;

/// Several files, which are read side by side.
class CalendarFilesTest {

    private static final String PROFILE = """
        source: mine
        file: {columns: {title: event, instant: at, actual: actual}}
        instant: {pattern: "yyyy-MM-dd HH:mm", zone: UTC}
        titles:
          - {title: Payrolls, indicator: us-nonfarm-payrolls}
        """;
    private static final Instant FIRST = Instant.parse("2021-01-01T00:00:00Z");
    private static final int ROWS = 30_000;

    @TempDir
    private Path folder;

    private final ReadRows rows = new ReadRows();

    private HourOffsets deliver(List<CalendarFile> files) {
        rows.read(ReadRows.profile(folder, PROFILE), files);
        return rows.hourOffsets;
    }

    private static CalendarFile file(String name, String text) {
        return new CalendarFile(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static CalendarFile minutes(String name, int from, int count) {
        StringBuilder text = new StringBuilder("event,at,actual\n");
        for (int minute = from; minute < from + count; minute++) {
            String at = FIRST.plusSeconds(60L * minute).toString();
            text.append("Payrolls,")
                    .append(at, 0, 10)
                    .append(' ')
                    .append(at, 11, 16)
                    .append(",1\n");
        }
        return file(name, text.toString());
    }

    @Test
    void theirRowsComeInTheOrderOfTheFilesHoweverLongEachTakes() {
        List<CalendarFile> files = new ArrayList<>();
        files.add(minutes("long.csv", 0, ROWS));
        IntStream.range(0, 8).forEach(index -> files.add(minutes("short-" + index + ".csv", ROWS + index, 1)));

        HourOffsets offsets = deliver(files);

        assertThat(rows.mapped).hasSize(ROWS + 8);
        assertThat(rows.mapped).extracting(ReportedRelease::instant).isSorted();
        assertThat(rows.mapped.getLast().file()).isEqualTo("short-7.csv");
        assertThat(offsets.different() + offsets.onTime())
                .as("counted over all files")
                .isEqualTo(ROWS + 8);
    }

    @Test
    void aFaultNamesItsFileAndLineAndEndsTheOthers() {
        List<CalendarFile> files = List.of(
                minutes("good.csv", 0, 3),
                file("torn.csv", "event,at,actual\nPayrolls,2021-02-05 13:30,49\nPayrolls,2021"),
                minutes("long.csv", 0, ROWS));

        assertThatThrownBy(() -> deliver(files))
                .isInstanceOf(MacroEdgeException.class)
                .hasMessageStartingWith(
                        "torn.csv is cut off: the last line has 2 fields where the header has 3 (torn.csv:3)");
        assertThat(rows.mapped).extracting(ReportedRelease::file).containsOnly("good.csv", "torn.csv");
    }
}
