package org.macroedge.server.exports;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.RecordBatch;
import org.jspecify.annotations.Nullable;

/// Writes rows as a file of Arrow IPC, in batches, so that only one is in memory at a time. Equal rows give equal
/// bytes.
///
/// The layout is that of "Serialization and Interprocess Communication" in the Arrow columnar format 1.5: the magic
/// bytes, a message of the schema, one for each batch, a footer with the places of the batches, its length, and the
/// magic bytes again. Messages are made by the format's own generated classes.
final class ArrowTable implements Closeable {

    static final int BATCH = 8_192;

    private static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);
    private static final int CONTINUATION = -1;
    private static final int ALIGNED = 8;
    private static final int PREFIX = 2 * Integer.BYTES;

    private final OutputStream out;
    private final List<Column> columns;
    private final List<ArrowVector> vectors;
    private final List<Written> batches = new ArrayList<>();
    private int rows;
    private long position;

    /// Where a batch is, as the footer states it.
    private record Written(long offset, int metadata, long body) {}

    private ArrowTable(OutputStream out, List<Column> columns) {
        this.out = out;
        this.columns = columns;
        this.vectors =
                columns.stream().map(column -> new ArrowVector(column.kind())).toList();
    }

    static ArrowTable open(OutputStream out, List<Column> columns) throws IOException {
        ArrowTable table = new ArrowTable(out, columns);
        table.write(MAGIC);
        table.pad();
        FlatBufferBuilder builder = new FlatBufferBuilder();
        table.message(builder, MessageHeader.Schema, ArrowSchema.of(builder, columns), 0);
        return table;
    }

    void write(List<? extends @Nullable Object> row) throws IOException {
        for (int index = 0; index < vectors.size(); index++) {
            vectors.get(index).add(row.get(index));
        }
        rows++;
        if (rows == BATCH) {
            flush();
        }
    }

    /// A table that was not written to its end has no footer, and no reader takes it.
    void finish() throws IOException {
        if (rows > 0) {
            flush();
        }
        write(ints(CONTINUATION, 0));
        FlatBufferBuilder builder = new FlatBufferBuilder();
        Footer.startRecordBatchesVector(builder, batches.size());
        for (Written batch : batches.reversed()) {
            Block.createBlock(builder, batch.offset(), batch.metadata(), batch.body());
        }
        int places = builder.endVector();
        int schema = ArrowSchema.of(builder, columns);
        builder.finish(Footer.createFooter(builder, MetadataVersion.V5, schema, 0, places, 0));
        byte[] footer = builder.sizedByteArray();
        write(footer);
        write(ints(footer.length));
        write(MAGIC);
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }

    private void flush() throws IOException {
        List<byte[]> buffers = new ArrayList<>();
        vectors.forEach(vector -> buffers.addAll(vector.buffers()));
        FlatBufferBuilder builder = new FlatBufferBuilder();
        RecordBatch.startNodesVector(builder, vectors.size());
        vectors.reversed().forEach(vector -> FieldNode.createFieldNode(builder, rows, vector.empty()));
        int nodes = builder.endVector();
        long body = buffers.stream().mapToLong(buffer -> aligned(buffer.length)).sum();
        int places = places(builder, buffers, body);
        long offset = position;
        int metadata = message(
                builder,
                MessageHeader.RecordBatch,
                RecordBatch.createRecordBatch(builder, rows, nodes, places, 0, 0),
                body);
        for (byte[] buffer : buffers) {
            write(buffer);
            pad();
        }
        batches.add(new Written(offset, metadata, body));
        vectors.forEach(ArrowVector::clear);
        rows = 0;
    }

    /// A vector of structures is built from its end.
    private static int places(FlatBufferBuilder builder, List<byte[]> buffers, long body) {
        RecordBatch.startBuffersVector(builder, buffers.size());
        long end = body;
        for (byte[] buffer : buffers.reversed()) {
            end -= aligned(buffer.length);
            Buffer.createBuffer(builder, end, buffer.length);
        }
        return builder.endVector();
    }

    /// @return the length of the message with its prefix, before its body
    private int message(FlatBufferBuilder builder, byte type, int header, long body) throws IOException {
        builder.finish(Message.createMessage(builder, MetadataVersion.V5, type, header, body, 0));
        byte[] message = builder.sizedByteArray();
        int length = (int) aligned(message.length);
        write(ints(CONTINUATION, length));
        write(message);
        pad();
        return PREFIX + length;
    }

    private static byte[] ints(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes.array();
    }

    private static long aligned(long length) {
        return (length + ALIGNED - 1) / ALIGNED * ALIGNED;
    }

    private void pad() throws IOException {
        write(new byte[(int) (aligned(position) - position)]);
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }
}
