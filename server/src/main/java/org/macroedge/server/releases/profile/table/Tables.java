package org.macroedge.server.releases.profile.table;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Opens the table of a file, if the file is what its layout says.
public final class Tables {

    private static final int START_BYTES = 4_096;

    private Tables() {}

    /// Opens a table.
    ///
    /// @param wanted the columns to read, by name
    /// @throws TableFault where the file is something else, or has no such column
    public static Table open(InputStream bytes, TableLayout layout, List<String> wanted) throws IOException {
        InputStream content = checked(bytes, layout);
        return switch (layout.format()) {
            case CSV -> new CsvTable(content, layout, wanted);
            case JSON -> new JsonTable(content, layout, wanted);
            case XLSX -> new XlsxTable(content, layout, wanted);
        };
    }

    /// The names of the columns of a CSV file, in their order.
    ///
    /// @throws TableFault where the file is something else
    public static List<String> names(InputStream bytes, TableLayout layout) throws IOException {
        try (CsvTable table = new CsvTable(checked(bytes, layout), layout, List.of())) {
            return table.names();
        }
    }

    private static InputStream checked(InputStream bytes, TableLayout layout) throws IOException {
        InputStream content = new Interruptible(unpacked(bytes, layout));
        byte[] start = start(content);
        check(FileContent.of(start), start, layout);
        return content;
    }

    /// The fault of compressed data that end early or are damaged.
    static TableFault damaged(IOException fault) {
        return new TableFault(1, fault instanceof EOFException ? TableMessage.CUT_OFF_GZIP : TableMessage.DAMAGED_GZIP);
    }

    private static InputStream unpacked(InputStream bytes, TableLayout layout) throws IOException {
        InputStream packed = new BufferedInputStream(bytes);
        if (!layout.gzip()) {
            return packed;
        }
        FileContent found = FileContent.of(start(packed));
        if (found == FileContent.EMPTY) {
            throw new TableFault(1, TableMessage.EMPTY);
        }
        if (found != FileContent.GZIP) {
            throw new TableFault(1, TableMessage.NOT_GZIP, found.text());
        }
        return new BufferedInputStream(new Unpacking(packed));
    }

    private static byte[] start(InputStream stream) throws IOException {
        stream.mark(START_BYTES);
        byte[] start = stream.readNBytes(START_BYTES);
        stream.reset();
        return start;
    }

    private static void check(FileContent found, byte[] start, TableLayout layout) throws TableFault {
        if (found == FileContent.EMPTY) {
            throw new TableFault(1, TableMessage.EMPTY);
        }
        boolean expected = switch (layout.format()) {
            case CSV -> found == FileContent.TEXT || (found == FileContent.UTF_16 && isUtf16(layout));
            case JSON -> found == FileContent.JSON || (found == FileContent.UTF_16 && isUtf16(layout));
            case XLSX -> found == FileContent.WORKBOOK || found == FileContent.ZIP;
        };
        if (!expected) {
            throw new TableFault(
                    1,
                    TableMessage.OTHER_FORMAT,
                    found.text(),
                    found == FileContent.UTF_16
                            ? "that it is in " + layout.encoding().name()
                            : layout.format().text());
        }
        if (layout.format() != TableFormat.XLSX && isMistakenForSingleBytes(start, layout)) {
            throw new TableFault(
                    1, TableMessage.OTHER_ENCODING, layout.encoding().name());
        }
    }

    private static boolean isUtf16(TableLayout layout) {
        return layout.encoding().name().startsWith("UTF-16");
    }

    /// Whether a text of one byte a letter, by its layout, begins with letters of several bytes in UTF-8: real
    /// texts of single bytes practically never form such letters and nothing else.
    private static boolean isMistakenForSingleBytes(byte[] start, TableLayout layout) {
        return layout.encoding().newEncoder().maxBytesPerChar() == 1
                && !layout.encoding().equals(StandardCharsets.US_ASCII)
                && Utf8Letters.only(start);
    }
}
