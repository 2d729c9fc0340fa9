package org.macroedge.server.extremes;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.macroedge.server.platform.time.Instants;
import tools.jackson.databind.JsonNode;

/// A parameter, a field or a part, as the description of the API states it.
///
/// @param place `path`, `query`, `header`, `body` or `part`
record Field(String name, String place, boolean required, JsonNode schema, String example) {

    /// What no parameter means, whatever its type.
    private static final List<String> ABSURD = List.of(
            "",
            " ",
            "-",
            "NaN",
            "Infinity",
            "null",
            "undefined",
            "true",
            "-1",
            "0",
            "1e999",
            "0x7f",
            "9".repeat(400),
            "-" + "9".repeat(400),
            "a".repeat(4_000),
            "a".repeat(10_000),
            "\u0000",
            "a\u0000b",
            "\u001b[2J",
            "a\r\nX-Header: b",
            "\u202eabc",
            "日本語",
            "Ελλάδα",
            "٢",
            "𝟚",
            "\uFFFD\uFFFF",
            "../../etc/passwd",
            "..",
            "%00",
            "%zz",
            "'; DROP TABLE batch; --",
            "${x}",
            "<script>",
            "[1]",
            "{}");

    /// Both ends of the stated years, what is just outside, and the ends of what Java and PostgreSQL can represent.
    private static final List<String> INSTANTS = List.of(
            "1900-01-01T00:00:00Z",
            "2099-12-31T23:59:59Z",
            "1899-12-31T23:59:59Z",
            "2100-01-01T00:00:00Z",
            "1900-01-01T00:00:00+17:59",
            "2099-12-31T23:59:59-17:59",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-4713-01-01T00:00:00Z",
            "+294277-01-01T00:00:00Z",
            "0000-01-01T00:00:00Z",
            "0001-01-01T00:00:00Z",
            "2021-02-29T00:00:00Z",
            "2020-02-29T24:00:00Z",
            "2016-12-31T23:59:60Z",
            "2021-09-03",
            "2021-09-03T12:30:00",
            "1630672200",
            "now",
            "infinity");

    private static final List<String> NUMBERS = List.of(
            String.valueOf(Integer.MIN_VALUE),
            String.valueOf(Integer.MAX_VALUE),
            "2147483648",
            String.valueOf(Long.MIN_VALUE),
            String.valueOf(Long.MAX_VALUE),
            "9223372036854775808",
            "1.5",
            "+1",
            "01");

    boolean isInstant() {
        return schema.path("pattern").asString("").equals(Instants.PATTERN);
    }

    private String type() {
        return schema.path("type").isArray()
                ? schema.path("type").path(0).asString()
                : schema.path("type").asString("");
    }

    /// Whether the description bounds the values: a number from both sides, a text by length, form or list.
    boolean isBounded() {
        return switch (type()) {
            case "integer", "number" -> schema.has("minimum") && schema.has("maximum");
            case "array" -> schema.has("maxItems") || isFile(schema.path("items"));
            case "boolean" -> true;
            case "object" -> schema.has("maxProperties");
            default -> schema.has("maxLength") || schema.has("enum") || isFile(schema);
        };
    }

    /// Files are bounded by the size of the body.
    private static boolean isFile(JsonNode schema) {
        return schema.path("format").asString("").equals("binary");
    }

    /// The values of a text with a fixed list; none of any other.
    List<String> codes() {
        return type().equals("string")
                ? schema.path("enum").valueStream().map(JsonNode::asString).toList()
                : List.of();
    }

    /// A value that is valid, for requests in which another parameter is the extreme one.
    String valid() {
        Stream<String> listed = schema.path("enum").valueStream().map(JsonNode::asString);
        return example.isEmpty()
                ? listed.findFirst().orElse(type().equals("boolean") ? "false" : type().equals("integer") ? "1" : "x")
                : example;
    }

    /// The least and the greatest value that the description allows; the valid one where it has no order.
    List<String> ends() {
        if (isInstant()) {
            return List.of("1900-01-01T00:00:00Z", "2099-12-31T23:59:59Z");
        }
        return type().equals("integer")
                ? List.of(
                        schema.path("minimum").asString(),
                        schema.path("maximum").asString())
                : List.of(valid(), valid());
    }

    /// Every extreme text of this field.
    Set<String> extremes() {
        List<String> extremes = new ArrayList<>(ABSURD);
        if (isInstant()) {
            extremes.addAll(INSTANTS);
        }
        if (type().equals("integer")) {
            extremes.addAll(NUMBERS);
            extremes.addAll(ends());
            extremes.add(
                    new BigInteger(ends().getFirst()).subtract(BigInteger.ONE).toString());
            extremes.add(new BigInteger(ends().getLast()).add(BigInteger.ONE).toString());
        }
        if (schema.has("maxLength")) {
            extremes.add("x".repeat(schema.path("maxLength").asInt()));
            extremes.add("x".repeat(schema.path("maxLength").asInt() + 1));
        }
        schema.path("enum").valueStream().map(JsonNode::asString).forEach(extremes::add);
        extremes.add(valid());
        return Set.copyOf(extremes);
    }
}
