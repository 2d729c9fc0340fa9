package org.macroedge.server.releases.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.exports.Csv;

/// Files that are made to exhaust the memory or the disk, or to be read in two ways.
class HostileFilesTest {

    private static final String PROFILE = """
        source: mine
        file: {%s columns: {title: event, instant: at, actual: actual}}
        instant: {pattern: "yyyy-MM-dd HH:mm", zone: UTC}
        titles:
          - {title: Payrolls, indicator: us-nonfarm-payrolls}
        """;
    private static final String ROWS = "event,at,actual\nPayrolls,2021-09-03 12:30,235000\n";
    private static final String SHEET = """
        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>\
        """;
    private static final int END_OF_DIRECTORY = 22;
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    Path folder;

    private void assertFault(String form, byte[] bytes, String message) {
        assertThatThrownBy(() -> ReadRows.of(ReadRows.profile(folder, PROFILE.formatted(form)), "a", bytes))
                .hasMessageStartingWith("a " + message);
    }

    private static byte[] gzip(byte[] start, long zeros) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(start);
            byte[] block = new byte[MEBIBYTE];
            Arrays.fill(block, (byte) '\n');
            for (long left = zeros; left > 0; left -= block.length) {
                out.write(block);
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return packed.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aGzipBombIsAFault() {
        assertFault(
                "compression: gzip,",
                gzip(utf8(ROWS), 300L * MEBIBYTE),
                "unpacks to more than 200 times its size; no calendar is packed so small");
    }

    @Test
    void nothingFollowsCompressedData() {
        byte[] packed = gzip(utf8(ROWS), 0);

        assertFault("compression: gzip,", joined(packed, utf8("garbage")), "is damaged");
        assertFault("compression: gzip,", joined(packed, Arrays.copyOf(packed, packed.length - 9)), "is cut off");
        packed[packed.length - 6] ^= 1;
        assertFault("compression: gzip,", packed, "is damaged");
    }

    @Test
    void aRowOfTooManyLettersIsAFault() {
        String message = "has a row of more than 4,000,000 letters that ends in this line or later";

        assertFault("", utf8(ROWS + "x".repeat(5 * MEBIBYTE)), message);
        assertFault("", utf8(ROWS + "\"" + "x\n".repeat(3 * MEBIBYTE)), message);
        assertFault("", utf8("event" + " ".repeat(5 * MEBIBYTE)), message);
        assertFault(
                "format: json,",
                utf8("[{\"event\": [" + "1,\n".repeat(2 * MEBIBYTE) + "1], \"at\": \"\", \"actual\": 1}]"),
                message);
    }

    @Test
    void aTextLongerThanAnyOfACalendarSetsItsRowAside() {
        ReadRows rows = ReadRows.of(
                ReadRows.profile(folder, PROFILE.formatted("")),
                "a",
                utf8(ROWS + "x".repeat(1_001) + ",2021-09-03 12:30,1\n"));

        assertThat(rows.faults.getFirst().message()).isEqualTo("a cell has more than 1,000 letters");
    }

    @Test
    void aRowOfTooManyFieldsIsAFault() {
        assertFault("", utf8(ROWS + ",".repeat(20_000)), "has a row of more than 16,384 fields");
    }

    @Test
    void aHeaderOfManyNamesIsNotRepeatedInTheMessage() {
        assertThatThrownBy(() -> ReadRows.of(
                        ReadRows.profile(folder, PROFILE.formatted("")), "a", utf8("name,".repeat(10_000) + "\n")))
                .hasMessageContaining("a has no column \"event\"; it has name, name,")
                .hasMessageContaining(" and 9951 more (a:1)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        [{"event": "Payrolls", "event": "CPI"}]             | has a row with two properties of one name
        [{"event": 1}] garbage                              | is not valid JSON in this line
        [{"event": 1, "at": 2, "actual": 3}] []             | has another value after its end
        [{"event": 1, "at": 2, "actual": 3}                 | is cut off: its JSON ends early
        [{"event": 1, "at": 2, "actual": NaN}]              | is not valid JSON in this line
        [{"event": 1, "at": 2, "actual": 01}]               | is not valid JSON in this line
        [{"event": 1, "at": 2, "actual": 1},]               | is not valid JSON in this line
        """)
    void whatIsNotJsonIsAFault(String text, String message) {
        assertFault("format: json,", utf8(text), message);
    }

    @Test
    void deepJsonIsAFault() {
        assertFault(
                "format: json,",
                utf8("[{\"event\": " + "[".repeat(100_000)),
                "has a name, a text, a number or a depth that no calendar has");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"rows\": [], \"rows\": [{\"event\": 1}]}",
                "{\"a\": 1, \"rows\": [{\"event\": 1, \"at\": 2, \"actual\": 3}], \"b\": {\"rows\": []}, \"rows\": 1}"
            })
    void aListThatIsThereTwiceIsAFault(String text) {
        assertFault("format: json, path: rows,", utf8(text), "has property \"rows\" twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
                "<row r=\"9999999\"><c r=\"A1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\"><v>1</v></row>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><row r=\"1\"><c r=\"A1\"><v>&e;</v></c></row>"
            })
    void aSheetWithImpossibleCellsIsDamaged(String rows) {
        assertFault(
                "format: xlsx,", book("xl/worksheets/sheet1.xml", SHEET.formatted(rows)), "is a damaged spreadsheet");
    }

    @Test
    void aSpreadsheetThatUnpacksWithoutEndIsAFault() {
        assertFault(
                "format: xlsx,",
                book("xl/sharedStrings.xml", " ".repeat(70 * MEBIBYTE)),
                "unpacks to more than a calendar can have");
        assertFault(
                "format: xlsx,",
                book("xl/worksheets/sheet1.xml", SHEET.formatted("<row r=\"1\">" + cells(1, 5 * MEBIBYTE) + "</row>")),
                "has a cell of more than 4,000,000 letters");
        assertFault(
                "format: xlsx,",
                book("xl/worksheets/sheet1.xml", SHEET.formatted("<row r=\"1\">" + cells(2, 3 * MEBIBYTE) + "</row>")),
                "has a row of more than 4,000,000 letters");
    }

    @Test
    void aSpreadsheetThatLacksAnyByteOfItsDirectoryIsDamaged() {
        byte[] book = Workbook.of("event;at;actual\nPayrolls;2021-09-03 12:30;=1", "");
        int end = book.length - END_OF_DIRECTORY;
        int start = new BigInteger(1, reversed(Arrays.copyOfRange(book, end + 16, end + 20))).intValueExact();
        for (int index = start; index < book.length; index++) {
            byte[] torn = joined(Arrays.copyOf(book, index), Arrays.copyOfRange(book, index + 1, book.length));

            assertFault("format: xlsx,", torn, "is a damaged spreadsheet");
        }
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int index = 0; index < bytes.length; index++) {
            reversed[index] = bytes[bytes.length - 1 - index];
        }
        return reversed;
    }

    @ParameterizedTest
    @ValueSource(strings = {"-44:00", "+18:01", "+00:60", "-99:99"})
    void anOffsetThatDoesNotExistMakesItsRowFaulty(String offset) {
        String profile =
                PROFILE.formatted("").replace("yyyy-MM-dd HH:mm\", zone: UTC", "yyyy-MM-dd HH:mmXXX\", zone: UTC");
        byte[] file =
                utf8("event,at,actual\nPayrolls,2021-09-03 12:30" + offset + ",1\nPayrolls,2021-10-08 12:30Z,2\n");

        ReadRows rows = ReadRows.of(ReadRows.profile(folder, profile), "a", file);

        assertThat(rows.faults).hasSize(1);
        assertThat(rows.faults.getFirst().message()).contains("2021-09-03 12:30" + offset);
    }

    private static String cells(int count, int letters) {
        return IntStream.range(0, count)
                .mapToObj(column -> "<c r=\"" + (char) ('A' + column) + "1\" t=\"inlineStr\"><is><t>"
                        + "x".repeat(letters) + "</t></is></c>")
                .collect(Collectors.joining());
    }

    @Test
    void aNumberThatFillsTheMemoryWhenItIsWrittenOutIsUnreadable() {
        byte[] book = Workbook.of(
                "event;at;actual\nPayrolls;2021-09-03 12:30;=1E999999999\nPayrolls;2021-10-08 12:30;=1", "");

        ReadRows rows = ReadRows.of(ReadRows.profile(folder, PROFILE.formatted("format: xlsx,")), "a", book);

        assertThat(rows.faults.getFirst().message()).isEqualTo("actual \"1E+999999999\" is not a number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=Payrolls", "+Payrolls", "-Payrolls", "@Payrolls", "'=Payrolls", "' Payrolls", "'Payrolls"})
    void aTitleThatBeginsLikeAFormulaComesBackFromAnExport(String title) {
        String profile = PROFILE.formatted("").replace("title: Payrolls", "title: \"" + title + "\"");
        String rows = Csv.line(List.of("event", "at", "actual")) + Csv.line(List.of(title, "2021-09-03 12:30", -5));

        assertThat(ReadRows.of(folder, profile, "a", rows).mapped)
                .singleElement()
                .satisfies(row -> assertThat(row.actual()).isEqualByComparingTo("-5"));
    }

    @Test
    void aPartThatLeavesItsFolderOrWhoseChecksumDiffersIsDamage() {
        assertFault("format: xlsx,", book("../../etc/cron.d/x", "x"), "is a damaged spreadsheet");
        assertFault("format: xlsx,", stored(book("xl/theme.xml", "x"), "theme"), "is a damaged spreadsheet");
    }

    /// A workbook with another part, or with another text for one of its parts.
    private static byte[] book(String name, String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream known = new ByteArrayInputStream(Workbook.of("event;at;actual", ""));
                ZipInputStream parts = new ZipInputStream(known);
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (!part.getName().equals(name)) {
                    add(out, part.getName(), parts.readAllBytes());
                }
            }
            add(out, name, utf8(text));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream out, String name, byte[] content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        if (content.length == 1) {
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(1);
            entry.setCrc(sum.getValue());
        }
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    /// The book with the single letter of a part changed.
    private static byte[] stored(byte[] book, String part) {
        String text = new String(book, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(part + ".xml") + (part + ".xml").length();
        book[end]++;
        return book;
    }
}
