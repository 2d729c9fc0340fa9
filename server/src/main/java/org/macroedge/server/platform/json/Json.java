package org.macroedge.server.platform.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.LogicalType;

/// Writes JSON as the product's contracts define it: keys in the order of the record, every key present and null where
/// absent, instants as ISO 8601 in UTC, decimals plain without trailing zeros, doubles as `Double.toString`.
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(
                    ignored -> JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
            .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            // what fails while a row is made keeps its own type
            .disable(SerializationFeature.WRAP_EXCEPTIONS)
            // the same numbers; the fast readers load more than a short command has to read
            .disable(StreamReadFeature.USE_FAST_DOUBLE_PARSER, StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
            .addModule(new SimpleModule("macro-edge")
                    .addSerializer(BigDecimal.class, new PlainDecimal())
                    .addSerializer(Double.class, new FiniteDouble())
                    .addSerializer(double.class, new FiniteDouble()))
            .build();

    /// Writes into a stream that goes on, and leaves it to its buffer when to send.
    private static final ObjectWriter STREAMED = MAPPER.writer()
            .withoutFeatures(StreamWriteFeature.AUTO_CLOSE_TARGET, StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

    private Json() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    /// The start of a mapper for what clients send: no number and no truth value is read as a text, and nothing but a
    /// whole number as one.
    public static JsonMapper.Builder strict() {
        return JsonMapper.builder()
                .addModule(WholeNumbers.module())
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /// The body of an answer: one line of JSON and a line feed.
    public static byte[] line(Object value) {
        byte[] bytes = bytes(value);
        byte[] line = Arrays.copyOf(bytes, bytes.length + 1);
        line[bytes.length] = '\n';
        return line;
    }

    /// Writes [#line] while it is made, so that a long answer is never in memory as a whole. The stream stays open.
    public static void write(Object value, OutputStream out) throws IOException {
        STREAMED.writeValue(out, value);
        out.write('\n');
    }

    /// Writes [#line] as text, for standard output.
    public static void write(Object value, PrintWriter out) {
        STREAMED.writeValue(out, value);
        out.print('\n');
    }

    public static String text(Object value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    private static final class PlainDecimal extends StdSerializer<BigDecimal> {
        PlainDecimal() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializationContext context) {
            out.writeNumber(
                    value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
        }
    }

    /// JSON has no infinity and no NaN. A formula that yields one has a defect, which must fail here and not in a
    /// client.
    private static final class FiniteDouble extends StdSerializer<Double> {
        FiniteDouble() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator out, SerializationContext context) {
            if (!Double.isFinite(value)) {
                throw new IllegalStateException("JSON cannot represent the number " + value);
            }
            out.writeNumber(Double.toString(value));
        }
    }
}
