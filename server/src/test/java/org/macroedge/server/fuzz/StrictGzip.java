package org.macroedge.server.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Compressed files by RFC 1952: one member or several, each with its checksum and size, and nothing after them. The
/// members of the tests have plain headers.
final class StrictGzip {

    private static final int HEADER = 10;
    private static final int TRAILER = 8;
    private static final int BUFFER = 8_192;

    private StrictGzip() {}

    static byte[] unpacked(byte[] bytes) throws StrictFault {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int position = 0;
        while (position < bytes.length) {
            position = member(bytes, position, all);
        }
        return all.toByteArray();
    }

    /// @return where the next member begins
    private static int member(byte[] bytes, int start, ByteArrayOutputStream all) throws StrictFault {
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN);
        if (bytes.length < start + HEADER + TRAILER || header.getInt(start) != 0x1F8B0800) {
            throw new StrictFault("no member of a plain header");
        }
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(bytes, start + HEADER, bytes.length - start - HEADER);
            byte[] unpacked = inflated(inflater);
            int end = bytes.length - inflater.getRemaining();
            CRC32 sum = new CRC32();
            sum.update(unpacked);
            ByteBuffer trailer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            if (bytes.length < end + TRAILER
                    || trailer.getInt(end) != (int) sum.getValue()
                    || trailer.getInt(end + 4) != unpacked.length) {
                throw new StrictFault("another checksum or size");
            }
            all.writeBytes(unpacked);
            return end + TRAILER;
        } catch (DataFormatException damage) {
            throw new StrictFault("damaged: " + damage);
        }
    }

    private static byte[] inflated(Inflater inflater) throws DataFormatException, StrictFault {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        while (!inflater.finished()) {
            int count = inflater.inflate(buffer);
            if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                throw new StrictFault("the packed data end early");
            }
            out.write(buffer, 0, count);
        }
        return out.toByteArray();
    }
}
