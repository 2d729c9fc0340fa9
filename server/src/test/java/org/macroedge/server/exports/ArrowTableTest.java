package org.macroedge.server.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Type;
import org.junit.jupiter.api.Test;

/// The frame of the file. What is in it, ExportReadersTest has read by programs of others.
class ArrowTableTest {

    private static final int ROWS = ArrowTable.BATCH + 3;

    private static byte[] written(int rows) throws IOException {
        Export export = new Export(
                ExportOrigin.of("test", null, null, false, true),
                List.of(
                        Column.text("name", "A name"),
                        Column.instant("at", "An instant"),
                        Column.number("z", "A number")),
                () -> IntStream.range(0, rows)
                        .mapToObj(row ->
                                Arrays.asList(row % 2 == 0 ? null : "é" + row, Instant.ofEpochSecond(row), row / 2.0)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.writeTo(out, ExportForm.of(ExportFormat.ARROW));
        return out.toByteArray();
    }

    private static Footer footer(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int length = bytes.getInt(file.length - 10);
        return Footer.getRootAsFooter(
                bytes.slice(file.length - 10 - length, length).order(ByteOrder.LITTLE_ENDIAN));
    }

    private static RecordBatch batch(byte[] file, Block block) {
        ByteBuffer message = ByteBuffer.wrap(file, (int) block.offset() + 8, block.metaDataLength() - 8)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN);
        return (RecordBatch) Message.getRootAsMessage(message).header(new RecordBatch());
    }

    @Test
    void theFooterNamesTheSchemaAndEachBatch() throws IOException {
        byte[] file = written(ROWS);
        Footer footer = footer(file);

        assertThat(new String(file, 0, 8, StandardCharsets.US_ASCII)).isEqualTo("ARROW1\0\0");
        assertThat(new String(file, file.length - 6, 6, StandardCharsets.US_ASCII))
                .isEqualTo("ARROW1");
        assertThat(footer.schema().fieldsLength()).isEqualTo(3);
        assertThat(footer.schema().fields(1).name()).isEqualTo("at");
        assertThat(footer.schema().fields(1).typeType()).isEqualTo(Type.Timestamp);
        assertThat(footer.recordBatchesLength()).isEqualTo(2);
        RecordBatch first = batch(file, footer.recordBatches(0));
        RecordBatch last = batch(file, footer.recordBatches(1));
        assertThat(first.length()).isEqualTo(ArrowTable.BATCH);
        assertThat(first.nodes(0).nullCount()).isEqualTo(ArrowTable.BATCH / 2);
        assertThat(last.length()).isEqualTo(3);
        assertThat(last.nodes(0).nullCount()).isEqualTo(2);
        assertThat(footer.recordBatches(1).offset())
                .isGreaterThan(footer.recordBatches(0).offset());
        for (int index = 0; index < last.buffersLength(); index++) {
            assertThat(last.buffers(index).offset() % 8).isZero();
        }
    }

    @Test
    void anExportWithoutRowsHasItsSchema() throws IOException {
        Footer footer = footer(written(0));

        assertThat(footer.recordBatchesLength()).isZero();
        assertThat(footer.schema().fieldsLength()).isEqualTo(3);
    }
}
