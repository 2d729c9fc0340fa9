package org.macroedge.server.releases.profile.table;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/// The unpacked bytes of a compressed file. Its checksum is compared at the end, and nothing may follow it.
final class Unpacking extends InputStream {

    /// Calendars are packed to a tenth, and repetitive ones to a fiftieth.
    static final int MOST_TIMES = 200;
    /// From so many bytes on, so that a few equal rows are not taken for an attack.
    static final long UNCHECKED = 64L << 20;

    private final InputStream packed;
    private final InputStream unpacked;
    private long taken;
    private long given;

    Unpacking(InputStream bytes) throws IOException {
        this.packed = new InputStream() {
            @Override
            public int read() throws IOException {
                int next = bytes.read();
                taken += next < 0 ? 0 : 1;
                return next;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int count = bytes.read(buffer, offset, length);
                taken += Math.max(count, 0);
                return count;
            }
        };
        try {
            this.unpacked = GzipCompressorInputStream.builder()
                    .setInputStream(packed)
                    .setDecompressConcatenated(true)
                    .get();
        } catch (IOException torn) {
            throw Tables.damaged(torn);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count;
        try {
            count = unpacked.read(buffer, offset, length);
        } catch (IOException torn) {
            throw Tables.damaged(torn);
        }
        given += Math.max(count, 0);
        if (given > UNCHECKED && given / MOST_TIMES > taken) {
            throw new TableFault(1, TableMessage.EXPANDS_TOO_FAR, MOST_TIMES);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }
}
