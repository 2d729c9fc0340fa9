package org.macroedge.server.exports;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.List;
import org.apache.arrow.flatbuf.Bool;
import org.apache.arrow.flatbuf.Date;
import org.apache.arrow.flatbuf.DateUnit;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.TimeUnit;
import org.apache.arrow.flatbuf.Timestamp;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Utf8;

/// The types of columns in Arrow. Each column may be empty in any row.
final class ArrowSchema {

    private static final int WORD = 64;

    private ArrowSchema() {}

    /// @return the place of the schema in the builder
    static int of(FlatBufferBuilder builder, List<Column> columns) {
        int[] fields =
                columns.stream().mapToInt(column -> field(builder, column)).toArray();
        return Schema.createSchema(builder, Endianness.Little, Schema.createFieldsVector(builder, fields), 0, 0);
    }

    private static int field(FlatBufferBuilder builder, Column column) {
        int name = builder.createString(column.name());
        int type = type(builder, column.kind());
        int noChildren = Field.createChildrenVector(builder, new int[0]);
        return Field.createField(builder, name, true, code(column.kind()), type, 0, noChildren, 0);
    }

    private static byte code(Column.Kind kind) {
        return switch (kind) {
            case TEXT -> Type.Utf8;
            case NUMBER -> Type.FloatingPoint;
            case COUNT -> Type.Int;
            case INSTANT -> Type.Timestamp;
            case DATE -> Type.Date;
            case YES_NO -> Type.Bool;
        };
    }

    private static int type(FlatBufferBuilder builder, Column.Kind kind) {
        return switch (kind) {
            case TEXT -> {
                Utf8.startUtf8(builder);
                yield Utf8.endUtf8(builder);
            }
            case NUMBER -> FloatingPoint.createFloatingPoint(builder, Precision.DOUBLE);
            case COUNT -> Int.createInt(builder, WORD, true);
            case INSTANT -> Timestamp.createTimestamp(builder, TimeUnit.MICROSECOND, builder.createString("UTC"));
            case DATE -> Date.createDate(builder, DateUnit.DAY);
            case YES_NO -> {
                Bool.startBool(builder);
                yield Bool.endBool(builder);
            }
        };
    }
}
