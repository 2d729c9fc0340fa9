package org.macroedge.server.sources.series;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.macroedge.server.sources.SourceFault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads answers in JSON strictly: what is missing or of another kind is a fault of the source.
public final class JsonFields {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    /// The first bytes in UTF-16 and UTF-32, which have a zero among them or a mark of this value: Jackson reads these
    /// too, and a publisher that sends them has changed something.
    private static final int WIDE = 2;

    private static final int LEAST_MARK = 0xFE;

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,18})?");

    private JsonFields() {}

    /// A number whose exponent is beyond all limits is a `NumberFormatException` to Jackson.
    ///
    /// @throws SourceFault where the body is not one JSON value in UTF-8
    public static JsonNode read(byte[] body) {
        try {
            if (isWide(body)) {
                throw SourceFault.notUnderstood("it is not UTF-8");
            }
            return STRICT.readTree(body);
        } catch (JacksonException | NumberFormatException unreadable) {
            throw SourceFault.notUnderstood("it is not JSON, or contains an invalid number");
        }
    }

    private static boolean isWide(byte[] body) {
        for (int index = 0; index < Math.min(WIDE, body.length); index++) {
            if (body[index] == 0 || Byte.toUnsignedInt(body[index]) >= LEAST_MARK) {
                return true;
            }
        }
        return false;
    }

    /// A field that an object must have.
    public static JsonNode field(JsonNode object, String name) {
        JsonNode value = object.get(name);
        if (value == null) {
            throw SourceFault.notUnderstood("`" + name + "` is missing");
        }
        return value;
    }

    /// A text that an object must have.
    public static String text(JsonNode object, String name) {
        JsonNode value = field(object, name);
        if (!value.isString()) {
            throw SourceFault.notUnderstood("`" + name + "` is not a text");
        }
        return value.asString();
    }

    /// A list that an object must have.
    public static JsonNode list(JsonNode object, String name) {
        JsonNode value = field(object, name);
        if (!value.isArray()) {
            throw SourceFault.notUnderstood("`" + name + "` is not a list");
        }
        return value;
    }

    /// A number in plain notation; one that begins with a needless zero has lost or gained a digit.
    public static BigDecimal number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw SourceFault.notUnderstood("\"" + text + "\" is not a number");
        }
        return new BigDecimal(text);
    }
}
