package org.macroedge.server.releases.profile.table;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The directory of a ZIP archive as the JDK reads it, which refuses one whose places and sizes do not add up. The
/// reader of spreadsheets searches for what it can still find.
final class ZipDirectory {

    static final int MOST_ENTRIES = 10_000;
    /// Readers hold the whole directory, whatever number of entries it claims.
    private static final int MOST_BYTES = 1 << 20;

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_BYTES = 20;
    private static final int LARGE_END = 0x06064b50;
    private static final int LARGE_END_BYTES = 56;

    private ZipDirectory() {}

    /// The names of all parts.
    ///
    /// @throws IOException where the archive is damaged
    static Set<String> names(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
        }
    }

    /// Bounds the directory before a reader holds it.
    ///
    /// @throws TableFault where it is too large, or does not end where the archive says
    static void check(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long end = end(channel);
            long locator = end - LOCATOR_BYTES;
            if (locator >= 0 && read(channel, locator, LOCATOR_BYTES).getInt(0) == LOCATOR) {
                checkLarge(channel, read(channel, locator, LOCATOR_BYTES).getLong(8));
            } else {
                ByteBuffer record = read(channel, end, END_BYTES);
                check(end, Integer.toUnsignedLong(record.getInt(12)), Integer.toUnsignedLong(record.getInt(16)));
            }
        }
    }

    /// The directory of an archive in the form for more than 4 GB, which some programs always write.
    private static void checkLarge(FileChannel channel, long end) throws IOException {
        if (end < 0 || end > channel.size() - LARGE_END_BYTES) {
            throw WorkbookCheck.damaged();
        }
        ByteBuffer record = read(channel, end, LARGE_END_BYTES);
        if (record.getInt(0) != LARGE_END) {
            throw WorkbookCheck.damaged();
        }
        check(end, record.getLong(40), record.getLong(48));
    }

    private static void check(long end, long size, long start) throws TableFault {
        if (size < 0 || start < 0 || start != end - size) {
            throw WorkbookCheck.damaged();
        }
        if (size > MOST_BYTES) {
            throw tooMany();
        }
    }

    static TableFault tooMany() {
        return new TableFault(1, TableMessage.MANY_PARTS_OF_SPREADSHEET, MOST_ENTRIES, MOST_BYTES);
    }

    /// Where the directory ends: the only place at the end of the file that looks like it.
    private static long end(FileChannel channel) throws IOException {
        long start = Math.max(0, channel.size() - END_BYTES - LONGEST_COMMENT);
        ByteBuffer tail = read(channel, start, Math.toIntExact(channel.size() - start));
        long found = -1;
        for (int index = 0; index <= tail.limit() - END_BYTES; index++) {
            if (tail.getInt(index) == END) {
                if (found >= 0) {
                    throw WorkbookCheck.damaged();
                }
                found = start + index;
            }
        }
        if (found < 0) {
            throw WorkbookCheck.damaged();
        }
        return found;
    }

    private static ByteBuffer read(FileChannel channel, long from, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException("the archive is cut off");
            }
        }
        return bytes.flip();
    }
}
