package org.macroedge.server.releases.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.server.catalogue.CatalogueException;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.releases.intake.RowFault;

/// Provokes every message about files, rows and profiles with a file or a profile that has the fault.
class FileMessagesTest {

    private static final String PROFILE = """
        source: mine
        file:
          columns: {title: event, instant: at, actual: actual}
        instant: {pattern: "yyyy-MM-dd HH:mm", zone: UTC}
        values: {suffixes: {K: 3}}
        titles:
          - {title: "Payrolls", indicator: us-nonfarm-payrolls}
          - {title: "Jobless Rate", indicator: us-unemployment-rate, to: 2015-12-31}
        """;

    private static final Pattern BYTE = Pattern.compile("\\\\x([0-9A-F]{2})");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/org/macroedge/server/messages/profiles.csv",
            delimiter = '|',
            quoteCharacter = '`',
            numLinesToSkip = 1)
    void aFaultyProfileGivesItsMessage(String message, String replaced, String by) throws IOException {
        Files.writeString(
                folder.resolve("second-hand.yaml"), PROFILE.replace("source: mine", "source: mine\ntitlesFrom: other"));
        DeclaredMessages.assertSeen(message, profileFault(edited(replaced, by)));
    }

    private String profileFault(String profile) {
        try {
            ReadRows.profile(folder, profile);
            return "";
        } catch (CatalogueException fault) {
            return String.valueOf(fault.getMessage());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/org/macroedge/server/messages/files.csv",
            delimiter = '|',
            quoteCharacter = '`',
            numLinesToSkip = 1)
    void aFaultyFileGivesItsMessage(
            String message, @Nullable String replaced, @Nullable String by, @Nullable String text) {
        String profile = replaced == null ? PROFILE : edited(replaced, by == null ? "" : by);
        DeclaredMessages.assertSeen(message, fileFault(profile, text == null ? "" : text));
    }

    private static String edited(String replaced, String by) {
        String text = replaced.replace(" & ", "\n");
        assertThat(PROFILE).contains(text);
        return PROFILE.replace(text, by.replace(" & ", "\n"));
    }

    private String fileFault(String profile, String text) {
        ReadRows rows = new ReadRows();
        try {
            rows.read(
                    ReadRows.profile(folder, profile),
                    List.of(new CalendarFile("a 2099123112.csv", () -> bytes(text))));
        } catch (MacroEdgeException fault) {
            return String.valueOf(fault.getMessage());
        }
        return rows.faults.stream().map(RowFault::message).collect(Collectors.joining("\n"));
    }

    /// The bytes of a case: `~` ends a line, and a word before a colon says what becomes of the text.
    private static InputStream bytes(String text) throws IOException {
        return switch (text) {
            case "missing" -> throw new NoSuchFileException("a.csv");
            case "unreadable" -> throw new IOException("the disk reports an error");
            case "workbook" -> new ByteArrayInputStream(Workbook.of("event;at;actual", ""));
            case "packed" -> packed(0);
            case "cut" -> packed(10);
            default ->
                latin1(BYTE.matcher(text.replace("~", "\n").replace("HEADER", "event,at,actual"))
                        .replaceAll(code -> String.valueOf((char) Integer.parseInt(code.group(1), 16))));
        };
    }

    private static InputStream latin1(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Compressed rows with a damaged byte, or cut off.
    ///
    /// @param cut how many bytes are missing; 0 for a damaged byte
    private static InputStream packed(int cut) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
            stream.write("event,at,actual\nPayrolls,2021-09-03 12:30,235K\n".getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = packed.toByteArray();
        if (cut == 0) {
            bytes[10] = (byte) 0xFF;
        }
        return new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length - cut));
    }
}
