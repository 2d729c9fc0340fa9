package org.macroedge.server.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;

class XlsxTableTest {

    private static final ExportOrigin ORIGIN = new ExportOrigin(
            "bias", Instant.parse("2021-09-03T12:30:00Z"), null, "3f9a", "default", false, false, true);

    private static final List<Column> COLUMNS = List.of(
            Column.text("name", "A name"),
            Column.instant("as_of", "An instant"),
            Column.number("z", "A number"),
            Column.count("count", "A count"),
            Column.date("period", "A date"),
            Column.yesNo("corrected", "Whether"));

    private static byte[] written(Export export) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.writeTo(out, ExportForm.of(ExportFormat.XLSX));
        return out.toByteArray();
    }

    private static List<Row> rows(byte[] book, int sheet) throws IOException {
        try (ReadableWorkbook read =
                new ReadableWorkbook(new ByteArrayInputStream(book), new ReadingOptions(true, true))) {
            return read.getSheet(sheet).orElseThrow().read();
        }
    }

    @Test
    void cellsHaveTypesAndATextIsNoFormula() throws IOException {
        List<Row> rows = rows(
                written(new Export(
                        ORIGIN,
                        COLUMNS,
                        () -> Stream.of(
                                Arrays.asList(
                                        "=1+1 <&> \u0001é",
                                        Instant.parse("2021-09-03T12:30:01Z"),
                                        7.413E8,
                                        3,
                                        LocalDate.of(2021, 8, 1),
                                        true),
                                Arrays.asList(
                                        null, null, new BigDecimal("-0.1"), 7L, LocalDate.of(1899, 12, 31), null)))),
                0);

        assertThat(rows.getFirst().getCellText(1)).isEqualTo("as_of");
        Row row = rows.get(1);
        assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(row.getCellText(0)).startsWith("=1+1 <&>").endsWith("é");
        assertThat(row.getCellAsDate(1)).hasValue(LocalDateTime.of(2021, 9, 3, 12, 30, 1));
        assertThat(row.getCell(1).getDataFormatString()).isEqualTo(XlsxRows.INSTANT);
        assertThat(row.getCellAsNumber(2))
                .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo("741300000"));
        assertThat(row.getCell(2).getType()).isEqualTo(CellType.NUMBER);
        assertThat(row.getCellAsDate(4)).hasValue(LocalDateTime.of(2021, 8, 1, 0, 0));
        assertThat(row.getCellAsBoolean(5)).hasValue(true);
        Row sparse = rows.get(2);
        assertThat(sparse.getOptionalCell(0)).isEmpty();
        assertThat(sparse.getCellAsNumber(2))
                .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo("-0.1"));
        assertThat(sparse.getCellText(4)).as("no program has dates before 1900").isEqualTo("1899-12-31");
    }

    @Test
    void theSecondSheetSaysWhatTheRowsAre() throws IOException {
        List<String> about = new ArrayList<>();
        for (Row row : rows(written(new Export(ORIGIN, COLUMNS, Stream::of)), 1)) {
            about.add(row.getCellText(0) + "="
                    + row.getOptionalCell(1).map(Cell::getText).orElse(""));
        }

        assertThat(about)
                .contains(
                        "Export=bias",
                        "Recorded at (UTC)=everything stored",
                        "Run=3f9a",
                        "Weight set=default",
                        "z=A number")
                .anyMatch(line -> line.startsWith("As of (UTC)=44442.52"))
                .anyMatch(line -> line.matches("(?i)Sample only=(true|1)"));
    }

    /// Rows are made while they are written, so that a refusal comes before any byte.
    @Test
    void moreRowsThanASheetHasAreRefusedWithWhatToDo() throws IOException {
        List<Column> one = List.of(Column.count("count", "A count"));
        Export full = new Export(
                ORIGIN, one, () -> IntStream.range(0, XlsxRows.MOST_ROWS).mapToObj(Arrays::<Object>asList));
        Export more = new Export(
                ORIGIN, one, () -> IntStream.rangeClosed(0, XlsxRows.MOST_ROWS).mapToObj(Arrays::<Object>asList));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> more.writeTo(out, ExportForm.of(ExportFormat.XLSX)))
                .isInstanceOfSatisfying(
                        MacroEdgeException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.TOO_MANY_ROWS))
                .hasMessageContaining("1,048,575 rows")
                .hasMessageContaining("shorter period");
        assertThat(out.size()).isZero();
        full.writeTo(OutputStream.nullOutputStream(), ExportForm.of(ExportFormat.XLSX));
    }
}
