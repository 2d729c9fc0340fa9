package org.macroedge.server.exports;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The cells of one column in a batch, as the buffers of Arrow: which cells are there, a bit for each, and their
/// values. Where texts end is a buffer before theirs.
final class ArrowVector {

    private final Column.Kind kind;
    private final byte[] present = new byte[bits(ArrowTable.BATCH)];
    private final ByteBuffer values;
    private final ByteArrayOutputStream texts = new ByteArrayOutputStream();
    private int rows;
    private int empty;

    ArrowVector(Column.Kind kind) {
        this.kind = kind;
        int places = kind == Column.Kind.TEXT ? ArrowTable.BATCH + 1 : ArrowTable.BATCH;
        this.values = ByteBuffer.allocate(places * width(kind)).order(ByteOrder.LITTLE_ENDIAN);
        clear();
    }

    /// In bytes; a yes or no takes a bit, and is packed when the batch is written.
    private static int width(Column.Kind kind) {
        return switch (kind) {
            case NUMBER, COUNT, INSTANT -> Long.BYTES;
            case TEXT, DATE -> Integer.BYTES;
            case YES_NO -> Byte.BYTES;
        };
    }

    private static int bits(int count) {
        return (count + Byte.SIZE - 1) / Byte.SIZE;
    }

    void clear() {
        rows = 0;
        empty = 0;
        Arrays.fill(present, (byte) 0);
        values.clear();
        texts.reset();
        if (kind == Column.Kind.TEXT) {
            values.putInt(0);
        }
    }

    void add(@Nullable Object cell) {
        if (cell == null) {
            empty++;
        } else {
            present[rows / Byte.SIZE] |= (byte) (1 << rows % Byte.SIZE);
        }
        switch (kind) {
            case TEXT -> {
                if (cell != null) {
                    texts.writeBytes(cell.toString().getBytes(StandardCharsets.UTF_8));
                }
                values.putInt(texts.size());
            }
            case NUMBER -> values.putDouble(cell == null ? 0 : ((Number) cell).doubleValue());
            case COUNT -> values.putLong(cell == null ? 0 : ((Number) cell).longValue());
            case INSTANT -> values.putLong(cell == null ? 0 : ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) cell));
            case DATE -> values.putInt(cell == null ? 0 : (int) ((LocalDate) cell).toEpochDay());
            case YES_NO -> values.put((byte) (Boolean.TRUE.equals(cell) ? 1 : 0));
        }
        rows++;
    }

    int empty() {
        return empty;
    }

    List<byte[]> buffers() {
        byte[] bits = Arrays.copyOf(present, bits(rows));
        byte[] written = Arrays.copyOf(values.array(), values.position());
        return switch (kind) {
            case TEXT -> List.of(bits, written, texts.toByteArray());
            case YES_NO -> List.of(bits, packed(written));
            case NUMBER, COUNT, INSTANT, DATE -> List.of(bits, written);
        };
    }

    private static byte[] packed(byte[] switches) {
        byte[] packed = new byte[bits(switches.length)];
        for (int index = 0; index < switches.length; index++) {
            packed[index / Byte.SIZE] |= (byte) (switches[index] << index % Byte.SIZE);
        }
        return packed;
    }
}
