package org.macroedge.server.extremes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// The examples in the description of the API, which readers copy and the page that tries operations fills in.
class ApiExamplesTest {

    private final JsonNode description;
    private final List<String> faults = new ArrayList<>();
    private int examples;

    ApiExamplesTest() throws IOException {
        description = Json.mapper().readTree(Files.readString(Path.of("../ui/openapi.json")));
    }

    @Test
    void everyExampleAndDefaultIsAValueOfItsOwnSchema() {
        walk("", description);

        assertThat(faults).isEmpty();
        assertThat(examples).as("examples and defaults in the description").isGreaterThan(50);
    }

    private void walk(String path, JsonNode node) {
        node.properties().forEach(field -> walk(path + "/" + field.getKey(), field.getValue()));
        for (int index = 0; index < node.size() && node.isArray(); index++) {
            walk(path + "/" + index, node.path(index));
        }
        JsonNode schema = node.has("schema") ? node.path("schema") : node;
        for (String name : List.of("example", "default")) {
            JsonNode value = node.path(name);
            if (value.isValueNode() && (schema.has("type") || schema.has("$ref"))) {
                examples++;
                check(path, value, resolved(schema));
            }
        }
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref")
                ? description.at(schema.path("$ref").asString("").substring(1))
                : schema;
    }

    private void check(String path, JsonNode value, JsonNode schema) {
        String text = value.asString("");
        int length = text.codePointCount(0, text.length());
        String type = schema.path("type").asString("");
        expect(path, text, "type " + type, isOfType(value, type));
        if (value.isString()) {
            expect(path, text, "pattern", matches(schema.path("pattern").asString(""), text));
            expect(path, text, "minLength", length >= schema.path("minLength").asInt(0));
            expect(path, text, "maxLength", length <= schema.path("maxLength").asInt(Integer.MAX_VALUE));
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            expect(
                    path,
                    text,
                    "minimum",
                    !schema.has("minimum")
                            || number.compareTo(schema.path("minimum").decimalValue()) >= 0);
            expect(
                    path,
                    text,
                    "maximum",
                    !schema.has("maximum")
                            || number.compareTo(schema.path("maximum").decimalValue()) <= 0);
        }
        if (schema.has("enum")) {
            expect(path, text, "enum", schema.path("enum").valueStream().anyMatch(value::equals));
        }
    }

    private static boolean isOfType(JsonNode value, String type) {
        return switch (type) {
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
    }

    private static boolean matches(String pattern, String text) {
        return pattern.isEmpty() || Pattern.compile(pattern).matcher(text).find();
    }

    private void expect(String path, String value, String rule, boolean holds) {
        if (!holds) {
            faults.add(path + ": \"" + value + "\" against " + rule);
        }
    }
}
