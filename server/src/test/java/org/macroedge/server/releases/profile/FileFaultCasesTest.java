package org.macroedge.server.releases.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.server.platform.error.MacroEdgeException;

/// Which files end an import, and which have only a faulty row, one case a line.
class FileFaultCasesTest {

    private static final String PROFILE = """
        source: mine
        file: {columns: {title: event, instant: at, actual: actual}}
        instant: {pattern: "yyyy-MM-dd HH:mm", zone: UTC}
        titles:
          - {title: Payrolls, indicator: us-nonfarm-payrolls}
        """;

    private static final Pattern BYTE = Pattern.compile("\\\\x([0-9A-F]{2})");

    @TempDir
    Path folder;

    private final ReadRows rows = new ReadRows();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "file-fault-cases.csv", delimiter = '|', numLinesToSkip = 1)
    void everyFileHasTheResultOfItsCase(String theCase, @Nullable String text, String expected) {
        String whole = text == null
                ? ""
                : BYTE.matcher(text.replace("~", "\n").replace("HEADER", "event,at,actual"))
                        .replaceAll(code -> String.valueOf((char) Integer.parseInt(code.group(1), 16)));

        assertThat(result(whole.getBytes(StandardCharsets.ISO_8859_1)))
                .as(theCase)
                .isEqualTo(expected);
    }

    private String result(byte[] bytes) {
        CalendarFile file = new CalendarFile("a.csv", () -> new ByteArrayInputStream(bytes));
        try {
            rows.read(ReadRows.profile(folder, PROFILE), List.of(file));
        } catch (MacroEdgeException fault) {
            String message = String.valueOf(fault.getMessage());
            return "fault: " + message.substring(0, message.indexOf(". Nothing of this import is stored"));
        }
        StringBuilder result = new StringBuilder(rows.mapped.size() + " mapped");
        rows.faults.forEach(fault ->
                result.append(", line ").append(fault.line()).append(": ").append(fault.message()));
        return result.toString();
    }
}
