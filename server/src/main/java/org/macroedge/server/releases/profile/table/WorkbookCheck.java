package org.macroedge.server.releases.profile.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Reads a whole workbook once before its cells are read, and keeps nothing: the reader of cells compares no checksums,
/// and believes whatever sizes and places a file claims.
final class WorkbookCheck {

    /// Sheets are read as a stream; everything else is held in memory, most of all the texts that cells share.
    private static final long MOST_HELD = 32L << 20;
    /// Each text that cells share has four tags; spreadsheet programs share half a million texts at most.
    private static final int MOST_HELD_TAGS = 2_000_000;
    /// Of the parts other than shared texts.
    private static final int MOST_OTHER_TAGS = 500_000;
    private static final long MOST_BYTES = 2L << 30;
    private static final int LONGEST_TAG = 4_000_000;
    private static final Pattern SHEET = Pattern.compile("/?xl/worksheets/[^/]*\\.xml", Pattern.CASE_INSENSITIVE);
    private static final Pattern SHARED = Pattern.compile("/?xl/sharedStrings\\.xml", Pattern.CASE_INSENSITIVE);

    private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
    private final long mostUnpacked;
    private long held;
    private int heldTags;
    private int otherTags;
    private long unpacked;

    private WorkbookCheck(long packed) {
        this.mostUnpacked = Math.clamp(packed * Unpacking.MOST_TIMES, Unpacking.UNCHECKED, MOST_BYTES);
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /// @throws TableFault where the workbook is damaged, or larger than any calendar
    static void check(Path file) throws TableFault {
        try {
            ZipDirectory.check(file);
            try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
                new WorkbookCheck(Files.size(file)).check(zip, ZipDirectory.names(file));
            }
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
            if (names.size() == ZipDirectory.MOST_ENTRIES) {
                throw ZipDirectory.tooMany();
            }
            if (!names.add(name) || name.contains("..") || name.startsWith("/")) {
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
        try (InputStream content =
                new CheckedInputStream(new Counting(zip.getInputStream(entry), entry.getName(), !sheet), sum)) {
            if (sheet) {
                SheetCheck.check(xml, new Kept(content));
            }
            content.transferTo(OutputStream.nullOutputStream());
        }
        if (entry.getCrc() != sum.getValue()) {
            throw damaged();
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

    /// Bounds what a stream gives: all of it, and the distance from one tag to the next.
    private final class Counting extends FilterInputStream {
        private final boolean isShared;
        private final boolean isHeld;
        private long sinceTag;

        Counting(InputStream stream, String name, boolean isHeld) {
            super(stream);
            this.isShared = SHARED.matcher(name).matches();
            this.isHeld = isHeld;
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            Interruptible.check();
            int count = super.read(buffer, offset, length);
            unpacked += Math.max(count, 0);
            held += isHeld ? Math.max(count, 0) : 0;
            for (int index = offset; index < offset + count; index++) {
                if (buffer[index] == '<') {
                    countTag();
                } else if (++sinceTag > LONGEST_TAG && !isHeld) {
                    throw new TableFault(1, TableMessage.LONG_CELL, LONGEST_TAG);
                }
            }
            boolean tooManyTags = heldTags > MOST_HELD_TAGS || otherTags > MOST_OTHER_TAGS;
            if (tooManyTags || unpacked > mostUnpacked || held > MOST_HELD) {
                throw new TableFault(1, TableMessage.SPREADSHEET_EXPANDS_TOO_FAR);
            }
            return count;
        }

        private void countTag() {
            sinceTag = 0;
            heldTags += isHeld ? 1 : 0;
            otherTags += isHeld && !isShared ? 1 : 0;
        }
    }
}
