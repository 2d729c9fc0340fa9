package org.macroedge.server.releases.profile.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// Reads a whole workbook once before its cells are read, and keeps nothing: the reader of cells compares no checksums,
/// and believes whatever sizes and places a file claims.
final class WorkbookCheck {

    private static final int MOST_ENTRIES = 10_000;
    /// Sheets are read as a stream; everything else is held in memory, most of all the texts that cells share.
    private static final long MOST_HELD = 64L << 20;
    private static final long MOST_BYTES = 2L << 30;
    private static final int LONGEST_TAG = 4_000_000;
    private static final int MOST_ROWS = 1_048_576;
    private static final Pattern SHEET = Pattern.compile("/?xl/worksheets/[^/]*\\.xml", Pattern.CASE_INSENSITIVE);
    private static final Pattern CELL = Pattern.compile("([A-W]?[A-Z]{1,2}|X[A-E][A-Z]|XF[A-D])[1-9][0-9]{0,6}");

    private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
    private long held;
    private long unpacked;

    private WorkbookCheck() {
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /// @throws TableFault where the workbook is damaged, or larger than any calendar
    static void check(Path file) throws TableFault {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            new WorkbookCheck().check(zip, ZipDirectory.names(file));
        } catch (IOException | XMLStreamException | RuntimeException torn) {
            // the readers of ZIP and XML meet bytes of any kind, and fail in many ways
            throw known(torn);
        }
    }

    private static TableFault known(Exception torn) {
        for (Throwable cause = torn; cause != null; cause = cause.getCause()) {
            if (cause instanceof TableFault known) {
                return known;
            }
        }
        return damaged();
    }

    static TableFault damaged() {
        return new TableFault(1, TableMessage.DAMAGED_SPREADSHEET);
    }

    private void check(ZipFile zip, Set<String> directory) throws IOException, XMLStreamException {
        if (zip.getFirstLocalFileHeaderOffset() != 0) {
            throw damaged();
        }
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            String name = entry.getName();
            if (!names.add(name) || names.size() > MOST_ENTRIES || name.contains("..") || name.startsWith("/")) {
                throw damaged();
            }
            check(zip, entry);
        }
        if (!names.equals(directory)) {
            throw damaged();
        }
    }

    private void check(ZipFile zip, ZipArchiveEntry entry) throws IOException, XMLStreamException {
        boolean sheet = SHEET.matcher(entry.getName()).matches();
        CRC32 sum = new CRC32();
        try (InputStream content = new CheckedInputStream(new Counting(zip.getInputStream(entry), !sheet), sum)) {
            if (sheet) {
                checkCells(new Kept(content));
            }
            content.transferTo(OutputStream.nullOutputStream());
        }
        if (entry.getCrc() != sum.getValue()) {
            throw damaged();
        }
    }

    private void checkCells(InputStream content) throws XMLStreamException, TableFault {
        XMLStreamReader reader = xml.createXMLStreamReader(content);
        long letters = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    letters = reader.getLocalName().equals("row") ? 0 : letters;
                    checkPlace(reader.getLocalName(), reader.getAttributeValue(null, "r"));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> letters += reader.getTextLength();
                default -> {}
            }
            if (letters > RowLimit.MOST_LETTERS) {
                throw new TableFault(1, TableMessage.LONG_ROW_OF_SPREADSHEET, RowLimit.MOST_LETTERS);
            }
        }
    }

    /// A stream that its reader does not close.
    private static final class Kept extends FilterInputStream {
        Kept(InputStream stream) {
            super(stream);
        }

        @Override
        public void close() {
            // who opened the stream closes it
        }
    }

    private static void checkPlace(String element, @Nullable String place) throws TableFault {
        if (place == null) {
            return;
        }
        boolean valid = switch (element) {
            case "c" -> CELL.matcher(place).matches();
            case "row" -> place.matches("[1-9][0-9]{0,6}") && Integer.parseInt(place) <= MOST_ROWS;
            default -> true;
        };
        if (!valid) {
            throw damaged();
        }
    }

    /// Bounds what a stream gives: all of it, and the distance from one tag to the next.
    private final class Counting extends FilterInputStream {
        private final boolean isHeld;
        private long sinceTag;

        Counting(InputStream stream, boolean isHeld) {
            super(stream);
            this.isHeld = isHeld;
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            unpacked += Math.max(count, 0);
            held += isHeld ? Math.max(count, 0) : 0;
            for (int index = offset; index < offset + count; index++) {
                sinceTag = buffer[index] == '<' ? 0 : sinceTag + 1;
                if (sinceTag > LONGEST_TAG && !isHeld) {
                    throw new TableFault(1, TableMessage.LONG_CELL, LONGEST_TAG);
                }
            }
            if (unpacked > MOST_BYTES || held > MOST_HELD) {
                throw new TableFault(1, TableMessage.SPREADSHEET_EXPANDS_TOO_FAR);
            }
            return count;
        }
    }
}
