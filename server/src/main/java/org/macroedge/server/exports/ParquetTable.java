package org.macroedge.server.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/// Writes rows as a Parquet file with pages packed by gzip: instants as UTC timestamps in microseconds, dates as dates,
/// numbers in double precision. Any cell may be empty. Equal rows give equal bytes.
final class ParquetTable {

    private static final String NAME = "macro_edge";

    private ParquetTable() {}

    static ParquetWriter<List<? extends @Nullable Object>> open(OutputStream out, List<Column> columns)
            throws IOException {
        return new Builder(new Sink(out), columns)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.GZIP)
                .withCodecFactory(new GzipPages())
                .build();
    }

    private static Type type(Column column) {
        return switch (column.kind()) {
            case TEXT -> optional(PrimitiveTypeName.BINARY, LogicalTypeAnnotation.stringType(), column);
            case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
            case COUNT -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
            case INSTANT ->
                optional(PrimitiveTypeName.INT64, LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS), column);
            case DATE -> optional(PrimitiveTypeName.INT32, LogicalTypeAnnotation.dateType(), column);
            case YES_NO -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
        };
    }

    private static PrimitiveType optional(PrimitiveTypeName stored, LogicalTypeAnnotation means, Column column) {
        return Types.optional(stored).as(means).named(column.name());
    }

    private static final class Builder extends ParquetWriter.Builder<List<? extends @Nullable Object>, Builder> {

        private final List<Column> columns;

        Builder(OutputFile file, List<Column> columns) {
            super(file);
            this.columns = columns;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<List<? extends @Nullable Object>> getWriteSupport(Configuration unused) {
            return new Rows(columns);
        }

        @Override
        protected WriteSupport<List<? extends @Nullable Object>> getWriteSupport(ParquetConfiguration plain) {
            return new Rows(columns);
        }
    }

    private static final class Rows extends WriteSupport<List<? extends @Nullable Object>> {

        private final List<Column> columns;
        private @Nullable RecordConsumer consumer;

        Rows(List<Column> columns) {
            this.columns = columns;
        }

        @Override
        public WriteContext init(Configuration unused) {
            return context();
        }

        @Override
        public WriteContext init(ParquetConfiguration plain) {
            return context();
        }

        private WriteContext context() {
            MessageType message = new MessageType(
                    NAME, columns.stream().map(ParquetTable::type).toList());
            return new WriteContext(message, Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer given) {
            consumer = given;
        }

        @Override
        public void write(List<? extends @Nullable Object> row) {
            RecordConsumer out = Objects.requireNonNull(consumer);
            out.startMessage();
            for (int index = 0; index < columns.size(); index++) {
                Object cell = row.get(index);
                if (cell != null) {
                    Column column = columns.get(index);
                    out.startField(column.name(), index);
                    write(out, column.kind(), cell);
                    out.endField(column.name(), index);
                }
            }
            out.endMessage();
        }

        private static void write(RecordConsumer out, Column.Kind kind, Object cell) {
            switch (kind) {
                case TEXT -> out.addBinary(Binary.fromString(cell.toString()));
                case NUMBER -> out.addDouble(((Number) cell).doubleValue());
                case COUNT -> out.addLong(((Number) cell).longValue());
                case INSTANT -> out.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) cell));
                case DATE -> out.addInteger((int) ((LocalDate) cell).toEpochDay());
                case YES_NO -> out.addBoolean((Boolean) cell);
            }
        }
    }

    /// A stream, which is written from its beginning to its end.
    private record Sink(OutputStream out) implements OutputFile {

        @Override
        public PositionOutputStream create(long blockSize) {
            return new Counted(out);
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSize) {
            return create(blockSize);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }

    private static final class Counted extends PositionOutputStream {

        private final OutputStream out;
        private long position;

        Counted(OutputStream out) {
            this.out = out;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int single) throws IOException {
            out.write(single);
            position++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            position += length;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
