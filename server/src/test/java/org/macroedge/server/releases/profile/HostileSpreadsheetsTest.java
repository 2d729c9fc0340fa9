package org.macroedge.server.releases.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Spreadsheets that are small files and would fill the memory of a server.
class HostileSpreadsheetsTest {

    private static final String PROFILE = """
        source: mine
        file: {format: xlsx, columns: {title: event, instant: at, actual: actual}}
        instant: {pattern: "yyyy-MM-dd HH:mm", zone: UTC}
        titles:
          - {title: Payrolls, indicator: us-nonfarm-payrolls}
        """;
    private static final String SHEET = """
        %s<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>\
        """;
    private static final String TOO_FAR = "unpacks to more than a calendar can have";

    @TempDir
    Path folder;

    private void assertFault(String part, String text, String message) {
        assertFault(Map.of(part, text), message);
    }

    private void assertFault(Map<String, String> parts, String message) {
        assertThatThrownBy(() -> ReadRows.of(ReadRows.profile(folder, PROFILE), "a", Workbook.with(parts)))
                .hasMessageStartingWith("a " + message);
    }

    private void assertSheetFault(String rows, String message) {
        assertFault("xl/worksheets/sheet1.xml", SHEET.formatted("", rows), message);
    }

    @Test
    void aSheetHasNoMoreRowsAndColumnsThanSpreadsheetProgramsWrite() {
        String message = "has a sheet of more than 1,048,576 rows or 16,384 columns";

        assertSheetFault("<row/>".repeat(1_048_577), message);
        assertSheetFault("<row>" + "<c/>".repeat(16_385) + "</row>", message);
    }

    @Test
    void whatAReaderOfASheetKeepsIsBounded() {
        assertSheetFault("<a>".repeat(100), TOO_FAR);
        assertSheetFault(numbered(1_001, "<a%s/>"), TOO_FAR);
        assertSheetFault("<row>" + numbered(1_001, "<c><f t=\"array\" ref=\"A%s\">1</f></c>") + "</row>", TOO_FAR);
        assertSheetFault(numbered(50_001, "<row><c><f t=\"shared\" si=\"%s\">1</f></c></row>"), TOO_FAR);
    }

    @Test
    void partsThatAreHeldHaveABoundedNumberOfElements() {
        assertFault("xl/sharedStrings.xml", "<sst>" + "<si/>".repeat(2_000_001) + "</sst>", TOO_FAR);
        assertFault("xl/styles.xml", "<styleSheet>" + "<xf/>".repeat(500_001) + "</styleSheet>", TOO_FAR);
    }

    @Test
    void aSpreadsheetHasABoundedNumberOfParts() {
        Map<String, String> parts = new LinkedHashMap<>();
        IntStream.range(0, 10_001).forEach(number -> parts.put("xl/x" + number, ""));
        assertFault(parts, "has more than 10,000 parts, or 1,048,576 bytes of their names");

        IntStream.range(0, 9_000).forEach(number -> parts.put("xl/" + "y".repeat(100) + number, ""));
        assertFault(parts, "has more than 10,000 parts, or 1,048,576 bytes of their names");
    }

    @Test
    void aSpreadsheetOfEqualRowsIsNoCalendar() {
        String row = "<row><c t=\"inlineStr\"><is><t>Payrolls of equal rows that are repeated</t></is></c></row>";

        assertSheetFault(row.repeat((66 << 20) / row.length()), TOO_FAR);
    }

    @Test
    void nothingIsFetchedForASpreadsheet() throws Exception {
        AtomicInteger fetches = new AtomicInteger();
        HttpServer outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        outside.createContext("/", exchange -> {
            fetches.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
        });
        outside.start();
        String address = "http://127.0.0.1:" + outside.getAddress().getPort() + "/x.dtd";
        String type = "<!DOCTYPE x SYSTEM \"" + address + "\">";
        String cells = IntStream.of(0, 1, 2)
                .mapToObj(column ->
                        "<c t=\"inlineStr\"><is><t>" + new String[] {"event", "at", "actual"}[column] + "</t></is></c>")
                .collect(Collectors.joining());
        try {
            ReadRows rows = ReadRows.of(
                    ReadRows.profile(folder, PROFILE),
                    "a",
                    Workbook.with(Map.of(
                            "xl/worksheets/sheet1.xml",
                            SHEET.formatted(type, "<row>" + cells + "</row>"),
                            "xl/sharedStrings.xml",
                            type + "<sst/>")));
            assertThat(rows.mapped).isEmpty();
        } finally {
            outside.stop(0);
        }

        assertThat(fetches).hasValue(0);
    }

    private static String numbered(int count, String text) {
        return IntStream.range(0, count).mapToObj(text::formatted).collect(Collectors.joining());
    }
}
