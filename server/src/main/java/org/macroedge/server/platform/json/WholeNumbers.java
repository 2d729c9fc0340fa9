package org.macroedge.server.platform.json;

import java.math.BigDecimal;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/// Reads whole numbers of bodies as JSON Schema knows them: `1`, `1.0` and `1e0` are the same one, `1.5` is none, and
/// neither is a text. The library would cut `1.5` down to 1.
final class WholeNumbers {

    private WholeNumbers() {}

    static SimpleModule module() {
        return new SimpleModule("whole-numbers").addDeserializer(Integer.class, new WholeNumber());
    }

    private static final class WholeNumber extends StdDeserializer<Integer> {

        WholeNumber() {
            super(Integer.class);
        }

        @Override
        public Integer deserialize(JsonParser parser, DeserializationContext context) {
            JsonToken token = parser.currentToken();
            if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
                return (Integer) context.handleUnexpectedToken(Integer.class, parser);
            }
            BigDecimal number = parser.getDecimalValue();
            try {
                return number.intValueExact();
            } catch (ArithmeticException otherNumber) {
                return (Integer) context.handleWeirdNumberValue(Integer.class, number, "is not a whole number");
            }
        }
    }
}
