package org.macroedge.server.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// Writes the description of the API as a page: every operation with its parameters and answers, and every shape.
public final class RestPage {

    private static final String INTRODUCTION = """
        # REST API

        Every operation of `/api/v1`. A test generates the page from the description that a server gives at `/openapi.json`:
        `mvn test -pl engine,server -am -Dtest=RestContractsTest -Dsurefire.failIfNoSpecifiedTests=false -Dmacro-edge.write=true`.

        - Answers are JSON with camelCase keys. Every key is present; a value that does not exist is `null`. Numbers are not
          rounded. Instants are ISO 8601 in UTC. `Accept: text/csv` is not needed: operations below `exports` give CSV.
        - `asOf` is market time, `recordedAt` record time: what the market knew, and what the store knew.
        - An unknown, repeated or empty parameter is refused by name. Errors are problems of RFC 9457;
          [their codes](problems.md) are listed with cause and remedy.
        - In secured mode, a request says who sends it by `Authorization: Bearer` and [a key](../how-to/secure-the-server.md)
          with at least the role that the operation needs.
        - Every read has an `ETag`, except the stream; `If-None-Match` is answered by 304.

        """;

    private final JsonNode description;
    private final StringBuilder page = new StringBuilder(INTRODUCTION);

    private RestPage(JsonNode description) {
        this.description = description;
    }

    public static String of(JsonNode description) {
        RestPage page = new RestPage(description);
        description.path("paths").properties().stream()
                .sorted((a, b) -> a.getKey().compareTo(b.getKey()))
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> page.operation(operation.getKey(), path.getKey(), operation.getValue())));
        page.page.append("# Shapes\n\n");
        description.at("/components/schemas").properties().stream()
                .sorted((a, b) -> a.getKey().compareTo(b.getKey()))
                .forEach(shape -> page.shape(shape.getKey(), shape.getValue()));
        return page.page.toString().stripTrailing() + "\n";
    }

    private void operation(String method, String path, JsonNode operation) {
        page.append("## ")
                .append(method.toUpperCase(Locale.ROOT))
                .append(" `")
                .append(path)
                .append("`\n\n");
        append(operation.path("summary").asString(""));
        append(operation.path("description").asString(""));
        append("Role: " + operation.at("/security/0/bearer/0").asString() + ".");
        if (!operation.path("parameters").isEmpty()) {
            page.append("| Parameter | Values | Default | Meaning |\n|---|---|---|---|\n");
            operation.path("parameters").forEach(this::parameter);
            page.append('\n');
        }
        operation
                .at("/requestBody/content")
                .propertyNames()
                .forEach(type -> page.append("Body: `").append(type).append("`.\n\n"));
        page.append("| Status | Answer |\n|---|---|\n");
        operation.path("responses").properties().stream()
                .sorted((a, b) -> a.getKey().compareTo(b.getKey()))
                .forEach(answer -> page.append("| ")
                        .append(answer.getKey())
                        .append(" | ")
                        .append(answer(answer.getValue()))
                        .append(" |\n"));
        page.append('\n');
    }

    private void append(String paragraph) {
        if (!paragraph.isEmpty()) {
            page.append(paragraph).append("\n\n");
        }
    }

    private void parameter(JsonNode parameter) {
        JsonNode schema = parameter.path("schema");
        String required = parameter.path("required").asBoolean(false) ? "required" : "–";
        page.append("| `")
                .append(parameter.path("name").asString())
                .append("` (")
                .append(parameter.path("in").asString())
                .append(") | ")
                .append(values(schema))
                .append(" | ")
                .append(schema.has("default") ? "`" + schema.path("default").asString() + "`" : required)
                .append(" | ")
                .append(cell(parameter.path("description").asString("")))
                .append(" |\n");
    }

    private static String values(JsonNode schema) {
        if (schema.has("$ref")) {
            return type(schema);
        }
        if (schema.has("enum")) {
            return texts(schema.path("enum")).stream()
                    .map(value -> "`" + value + "`")
                    .collect(Collectors.joining(", "));
        }
        String type = schema.has("format") ? schema.path("format").asString() : type(schema);
        List<String> bounds = new ArrayList<>();
        for (String bound : List.of("minimum", "maximum", "minLength", "maxLength")) {
            if (schema.has(bound)) {
                bounds.add(bound + " " + schema.path(bound).asString());
            }
        }
        return bounds.isEmpty() ? type : type + ", " + String.join(", ", bounds);
    }

    private static String answer(JsonNode answer) {
        String contents = answer.path("content").properties().stream()
                .filter(content -> !content.getKey().equals("application/problem+json"))
                .map(content ->
                        "`" + content.getKey() + "` " + type(content.getValue().path("schema")))
                .collect(Collectors.joining(", "));
        return contents.isEmpty() ? cell(answer.path("description").asString("")) : contents;
    }

    private void shape(String name, JsonNode shape) {
        page.append("## ").append(name).append("\n\n");
        append(shape.path("description").asString(""));
        if (shape.has("enum")) {
            append("One of " + values(shape) + ".");
            return;
        }
        page.append("| Key | Type | Meaning |\n|---|---|---|\n");
        shape.path("properties")
                .properties()
                .forEach(key -> page.append("| `")
                        .append(key.getKey())
                        .append("` | ")
                        .append(typeWithFormat(key.getValue()))
                        .append(" | ")
                        .append(cell(key.getValue().path("description").asString("")))
                        .append(" |\n"));
        page.append('\n');
    }

    private static String typeWithFormat(JsonNode schema) {
        if (schema.has("enum")) {
            return texts(schema.path("enum")).stream()
                    .map(value -> value.equals("null") ? value : "`" + value + "`")
                    .collect(Collectors.joining(", "));
        }
        return schema.has("format")
                ? type(schema) + " (" + schema.path("format").asString() + ")"
                : type(schema);
    }

    private static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            String reference = schema.path("$ref").asString();
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            return "[" + name + "](#" + name.toLowerCase(Locale.ROOT) + ")";
        }
        if (schema.has("anyOf")) {
            return StreamSupport.stream(schema.path("anyOf").spliterator(), false)
                    .map(RestPage::type)
                    .collect(Collectors.joining(" or "));
        }
        if (schema.has("items")) {
            return "list of " + typeWithFormat(schema.path("items"));
        }
        if (schema.has("additionalProperties")) {
            return "object with values of type " + type(schema.path("additionalProperties"));
        }
        JsonNode type = schema.path("type");
        return type.isArray() ? String.join(" or ", texts(type)) : type.asString("any");
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(value -> value.isNull() ? "null" : value.asString())
                .toList();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace('\n', ' ');
    }
}
