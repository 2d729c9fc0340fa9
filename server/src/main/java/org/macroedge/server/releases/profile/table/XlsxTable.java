package org.macroedge.server.releases.profile.table;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/// A sheet of a workbook. Cells are read as they are shown, in English: dates as 2021-09-03 or 2021-09-03
/// 12:30:00, percentages with their sign.
final class XlsxTable implements Table {

    private static final long MOST_BYTES = 256L << 20;
    private static final int BUFFER = 65_536;
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final Header header;
    private final int[] places;
    private @Nullable Row upcoming;

    XlsxTable(InputStream bytes, TableLayout layout, List<String> wanted) throws IOException {
        this.workbook = opened(bytes);
        try {
            this.stream = sheet(workbook, layout.sheet()).openStream();
            this.rows = stream.iterator();
            Row first = read();
            if (first == null) {
                throw new TableFault(1, TableMessage.EMPTY);
            }
            boolean headed = layout.names().isEmpty();
            this.header = Header.of(headed ? texts(first) : layout.names(), wanted, layout.optional());
            this.places = header.places();
            this.upcoming = headed ? read() : first;
        } catch (TableFault known) {
            workbook.close();
            throw known;
        } catch (RuntimeException | IOException fault) {
            workbook.close();
            throw WorkbookCheck.damaged();
        }
    }

    /// The reader meets XML of any kind, and fails in many ways.
    private static ReadableWorkbook opened(InputStream bytes) throws TableFault {
        try {
            return workbook(bytes);
        } catch (TableFault known) {
            throw known;
        } catch (RuntimeException | IOException fault) {
            throw WorkbookCheck.damaged();
        }
    }

    /// The reader needs a file that it can read from any place. The name of the file is removed at once.
    private static ReadableWorkbook workbook(InputStream bytes) throws IOException {
        Path file = Files.createTempFile("macro-edge-import", ".xlsx");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                copy(bytes, out);
            }
            WorkbookCheck.check(file);
            return workbook(file.toFile());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void copy(InputStream bytes, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
            size += count;
            if (size > MOST_BYTES) {
                throw new TableFault(1, TableMessage.LARGE_SPREADSHEET, MOST_BYTES);
            }
            out.write(buffer, 0, count);
        }
    }

    /// A workbook without a part for styles is read without formats; it has no cell that needs one.
    private static ReadableWorkbook workbook(File file) throws IOException {
        try {
            return new ReadableWorkbook(file, WITH_FORMATS);
        } catch (ExcelReaderException withoutStyles) {
            return new ReadableWorkbook(file);
        }
    }

    private static Sheet sheet(ReadableWorkbook workbook, @Nullable String name) throws TableFault {
        if (name == null) {
            return workbook.getFirstSheet();
        }
        return workbook.findSheet(name)
                .orElseThrow(() -> new TableFault(
                        1,
                        TableMessage.NO_SHEET,
                        name,
                        String.join(
                                ", ", workbook.getSheets().map(Sheet::getName).toList())));
    }

    @Override
    public @Nullable TableRow next() throws IOException {
        Row row = upcoming;
        if (row == null) {
            return null;
        }
        upcoming = read();
        boolean dates1904 = workbook.isDate1904();
        return new TableRow(
                row.getRowNum(),
                IntStream.of(places)
                        .mapToObj(place -> place == Header.ABSENT ? "" : SheetCells.text(row, place, dates1904))
                        .toList(),
                null,
                () -> String.join(",", texts(row)));
    }

    private List<String> texts(Row row) {
        return IntStream.range(0, row.getCellCount())
                .mapToObj(place -> SheetCells.text(row, place, workbook.isDate1904()))
                .toList();
    }

    /// The next row that has a text; a sheet often has empty rows below its table.
    private @Nullable Row read() throws IOException {
        try {
            while (rows.hasNext()) {
                Interruptible.check();
                Row row = rows.next();
                if (texts(row).stream().anyMatch(text -> !text.isBlank())) {
                    return row;
                }
            }
            return null;
        } catch (RuntimeException fault) {
            throw WorkbookCheck.damaged();
        }
    }

    @Override
    public List<String> duplicates() {
        return header.duplicates();
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
