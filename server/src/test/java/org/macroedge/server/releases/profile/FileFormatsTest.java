package org.macroedge.server.releases.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.releases.intake.ReportedRelease;

/// Files of each form: CSV, JSON and spreadsheets, compressed or not.
class FileFormatsTest {

    private static final String CSV = """
        source: mine
        file: {%s columns: {title: event, instant: at, actual: actual, forecast: forecast}}
        instant: {patterns: ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"], zone: UTC}
        values: {suffixes: {"%%": 0, K: 3}}
        titles:
          - {title: Payrolls, indicator: us-nonfarm-payrolls}
          - {title: CPI, indicator: us-cpi-yoy}
        """;
    private static final String ROWS = "event,at,actual,forecast\nPayrolls,2021-09-03 12:30,235K,720K\n";
    private static final String JSON = """
        {"timestamp": "2021-09-04", "other": {"rows": [1, 2]}, "events": {"week": [
          {"id": 7, "event": {"name": "Payrolls"}, "at": "2021-09-03T08:30:00-04:00", "actual": "235K", "forecast": null},
          {"id": 8, "event": {"name": "CPI"}, "at": "2021-09-14T08:30:00-04:00", "actual": 5.30, "forecast": 5.3e0},
          {"id": 9, "event": {"name": "CPI"}, "at": "2021-10-13T08:30:00-04:00", "actual": 5.4}]}}\
        """;
    private static final String JSON_PROFILE = """
        source: mine
        file:
          format: json
          path: events.week
          columns: {title: event.name, instant: at, actual: actual, forecast: forecast, event: id}
        instant: {pattern: "yyyy-MM-dd'T'HH:mm:ssXXX", zone: in-row}
        values: {suffixes: {K: 3}}
        titles:
          - {title: Payrolls, indicator: us-nonfarm-payrolls}
          - {title: CPI, indicator: us-cpi-yoy}
        """;

    @TempDir
    Path folder;

    private List<String> read(String profile, String name, byte[] bytes) {
        return ReadRows.of(ReadRows.profile(folder, profile), name, bytes).mapped.stream()
                .map(FileFormatsTest::text)
                .toList();
    }

    private static String text(ReportedRelease row) {
        return row.line() + " " + row.indicator().id() + " " + row.instant() + " "
                + (row.actual() == null ? "-" : row.actual().toPlainString()) + " "
                + (row.forecasts().isEmpty()
                        ? "-"
                        : row.forecasts().getFirst().value().toPlainString())
                + (row.eventId() == null ? "" : " " + row.eventId());
    }

    private String fault(String profile, String name, byte[] bytes) {
        StringBuilder message = new StringBuilder();
        assertThatThrownBy(() -> read(profile, name, bytes))
                .isInstanceOfSatisfying(MacroEdgeException.class, fault -> message.append(fault.getMessage()));
        return message.substring(0, message.indexOf(". Nothing of this import"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
            stream.write(bytes);
        }
        return packed.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"windows-1252, Zürich", "ISO-8859-2, Łódź", "UTF-16LE, Łódź", "UTF-16, Łódź", "UTF-8, Łódź"})
    void textIsReadInItsEncoding(String encoding, String title) {
        byte[] bytes = ROWS.replace("Payrolls", title).getBytes(Charset.forName(encoding));

        assertThat(ReadRows.of(ReadRows.profile(folder, CSV.formatted("encoding: " + encoding + ",")), "a.csv", bytes)
                        .unmapped)
                .containsExactly(title);
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheFirstName() {
        assertThat(read(CSV.formatted(""), "a.csv", utf8("\uFEFF" + ROWS)))
                .containsExactly("2 us-nonfarm-payrolls 2021-09-03T12:30:00Z 235000 720000");
    }

    @Test
    void aFileInUtf8IsNotReadAsOneOfSingleBytes() {
        assertThat(fault(CSV.formatted("encoding: windows-1252,"), "a.csv", utf8(ROWS.replace("Payrolls", "Zürich"))))
                .isEqualTo(
                        "a.csv seems to be text in UTF-8, where the profile says that it is in windows-1252 (a.csv:1)");
    }

    @Test
    void theLineOfAWrongByteIsNamedHoweverFarItIs() {
        String many = "event,at,actual,forecast\n" + "Payrolls,2021-09-03 12:30,1,2\r\n".repeat(5_000);
        byte[] bytes = (many + "Zürich").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(fault(CSV.formatted(""), "a.csv", bytes)).endsWith("such as windows-1252 (a.csv:5002)");
    }

    @Test
    void aCompressedFileIsReadWhereTheProfileSaysSo() throws IOException {
        String profile = CSV.formatted("compression: gzip,");

        assertThat(read(profile, "a.csv.gz", gzip(utf8(ROWS)))).hasSize(1);
        assertThat(fault(profile, "a.csv", utf8(ROWS)))
                .isEqualTo("a.csv seems to be text, where the profile says that it is compressed with gzip (a.csv:1)");
        assertThat(fault(profile, "a.csv.gz", new byte[0])).isEqualTo("a.csv.gz is empty (a.csv.gz:1)");
        assertThat(fault(profile, "a.csv.gz", gzip(new byte[0]))).isEqualTo("a.csv.gz is empty (a.csv.gz:1)");
        assertThat(fault(profile, "a.csv.gz", gzip(utf8("<html>"))))
                .isEqualTo("a.csv.gz seems to be a web page (HTML), where the profile says CSV (a.csv.gz:1)");
    }

    @Test
    void compressedDataThatEndEarlyAreAFault() throws IOException {
        byte[] whole = gzip(utf8(ROWS.repeat(3_000)));

        assertThat(fault(CSV.formatted("compression: gzip,"), "a.csv.gz", Arrays.copyOf(whole, whole.length / 2)))
                .isEqualTo("a.csv.gz is cut off: its compressed data end early (a.csv.gz:1)");
        whole[whole.length / 2] ^= 0x55;
        whole[whole.length / 2 + 1] ^= 0x55;
        assertThat(fault(CSV.formatted("compression: gzip,"), "a.csv.gz", whole))
                .contains("a.csv.gz");
    }

    @Test
    void jsonIsReadAsObjectsOfAListAndNumbered() {
        assertThat(read(JSON_PROFILE, "a.json", utf8(JSON)))
                .containsExactly(
                        "1 us-nonfarm-payrolls 2021-09-03T12:30:00Z 235000 - 7",
                        "2 us-cpi-yoy 2021-09-14T12:30:00Z 5.30 5.3 8",
                        "3 us-cpi-yoy 2021-10-13T12:30:00Z 5.4 - 9");
    }

    @Test
    void aListMayBeTheWholeFile() {
        String profile = JSON_PROFILE.replace("  path: events.week\n", "").replace("event.name", "event");

        assertThat(read(profile, "a.json", utf8("""
            [{"event": "CPI", "at": "2021-09-14T08:30:00-04:00", "actual": "5.3", "forecast": "", "id": "a1"}]\
            """)))
                .containsExactly("1 us-cpi-yoy" + " 2021-09-14T12:30:00Z" + " 5.3 -" + " a1");
        assertThat(read(profile, "a.json", utf8("[]"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "events.month | `{\"events\": {\"week\": []}}` | has no property \"events.month\", where the profile"
                        + " says that its rows are (a.json:1)",
                "events.week | `{\"events\": []}` | has no property \"events.week\", where the profile says that its"
                        + " rows are (a.json:1)",
                "events | `{\"events\": 5}` | has no list in its property \"events\" (a.json:1)",
                "events | `{\"events\": [{\"at\": 1}]}` | has no property \"actual\" in any row; its rows have at"
                        + " (a.json:1)",
                "events | `{\"events\": [{\"at\": 1}` | is cut off: its JSON ends early (a.json:1)",
                "events | `{\"events\": [{\"at\" 1}]}` | is not valid JSON in this line (a.json:1)",
                "events | `event,at,actual` | seems to be text, where the profile says JSON (a.json:1)",
                "events | `<html>` | seems to be a web page (HTML), where the profile says JSON (a.json:1)",
            })
    void aJsonFileOfAnotherShapeIsAFault(String path, String text, String expected) {
        assertThat(fault(JSON_PROFILE.replace("events.week", path), "a.json", utf8(text)))
                .isEqualTo("a.json " + expected);
    }

    @Test
    void anElementThatIsNoObjectIsAFaultyRow() {
        ReadRows rows = ReadRows.of(
                ReadRows.profile(folder, JSON_PROFILE), "a.json", utf8(JSON.replace("{\"id\": 9", "[5], {\"id\": 9")));

        assertThat(rows.mapped).hasSize(3);
        assertThat(rows.faults)
                .singleElement()
                .satisfies(fault -> assertThat(fault.line() + " " + fault.message() + " " + fault.raw())
                        .isEqualTo("3 The row is not an object [5]"));
    }

    @Test
    void halfOfALetterInJsonCannotBeStored() {
        ReadRows rows = ReadRows.of(
                ReadRows.profile(folder, JSON_PROFILE),
                "a.json",
                utf8(JSON.replace("\"id\": 9", "\"id\": \"\\ud800\"")));

        assertThat(rows.faults)
                .singleElement()
                .satisfies(fault -> assertThat(fault.reason().code()).isEqualTo("unstorable-text"))
                .satisfies(fault -> assertThat(fault.raw()).contains("\\ud800"));
    }

    @Test
    void aSpreadsheetIsReadAsItShowsItsCells() {
        byte[] workbook = Workbook.of("About;this", """
            event;at;actual;forecast
            Payrolls;=44442.520833333336@2;=235000;=7.2E5
            CPI;=44453@1;=5.2999999999999999E-2@3;5.3%

            CPI;2021-10-13 12:30;=5.4000000000000004
            """);

        assertThat(read(CSV.formatted("format: xlsx, sheet: Data,"), "a.xlsx", workbook))
                .containsExactly(
                        "2 us-nonfarm-payrolls 2021-09-03T12:30:00Z 235000 720000",
                        "3 us-cpi-yoy 2021-09-14T12:30:00Z 5.3 5.3",
                        "5 us-cpi-yoy 2021-10-13T12:30:00Z 5.4 -");
    }

    @Test
    void dateAndTimeOfASpreadsheetMayStandInTwoCells() {
        byte[] workbook = Workbook.of("event;day;at;actual;forecast\nCPI;=44453@1;=0.52083333333333337@4;=5.3", "x");

        assertThat(read(
                        CSV.formatted("format: xlsx,").replace("instant: at", "instant: [day, at]"),
                        "a.xlsx",
                        workbook))
                .containsExactly("2 us-cpi-yoy 2021-09-14T12:30:00Z 5.3 -");
    }

    @Test
    void aWrongSheetOrADamagedSpreadsheetIsAFault() {
        byte[] workbook = Workbook.of("event;at;actual;forecast", "");
        String profile = CSV.formatted("format: xlsx, sheet: Prices,");

        assertThat(fault(profile, "a.xlsx", workbook))
                .isEqualTo("a.xlsx has no sheet \"Prices\"; it has Notes, Data (a.xlsx:1)");
        assertThat(fault(profile.replace("Prices", "Data"), "a.xlsx", workbook))
                .isEqualTo("a.xlsx is empty (a.xlsx:1)");
        assertThat(fault(profile, "a.xlsx", Arrays.copyOf(workbook, 900)))
                .isEqualTo("a.xlsx is a damaged spreadsheet (a.xlsx:1)");
        assertThat(fault(profile, "a.xlsx", utf8(ROWS)))
                .isEqualTo("a.xlsx seems to be text, where the profile says a spreadsheet (XLSX) (a.xlsx:1)");
    }

    @Test
    void aFileThatDoesNotExistIsNamed() {
        CalendarFile file = CalendarFile.of(folder.resolve("gone.csv"));

        assertThatThrownBy(() -> ReadRows.of(ReadRows.profile(folder, CSV.formatted("")), List.of(file)))
                .hasMessageStartingWith("gone.csv does not exist (gone.csv)");
    }

    @Test
    void aFaultyRowOfAnyLengthIsKeptInPart() {
        ReadRows rows = ReadRows.of(
                ReadRows.profile(folder, CSV.formatted("")),
                "a.csv",
                utf8(ROWS + "Payrolls,2021-10-08 12:30," + "x".repeat(900) + ",\nPayrolls,2021-11-05 12:30,"
                        + "x".repeat(20_000) + ",\n"));

        assertThat(rows.faults).hasSize(2);
        assertThat(rows.faults.getFirst().message()).hasSize(501).endsWith("…");
        assertThat(rows.faults.getLast().raw()).hasSize(10_001).endsWith("…");
    }

    @Test
    void namesReplaceAHeader() {
        assertThat(read(
                        CSV.formatted("names: [event, at, actual, forecast], delimiter: ';',"),
                        "a.csv",
                        utf8("Payrolls;2021-09-03 12:30;235K;720K\n")))
                .containsExactly("1 us-nonfarm-payrolls 2021-09-03T12:30:00Z 235000 720000");
    }
}
