package org.macroedge.server.extremes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// One operation of the description of the API.
///
/// @param schemas the shapes that it refers to
record Operation(String method, String path, JsonNode described, JsonNode schemas) {

    private static final String JSON = "application/json";

    /// Every operation that ends, in the order of the description: a stream goes on until its client leaves.
    static List<Operation> of(JsonNode description) {
        JsonNode schemas = description.path("components").path("schemas");
        List<Operation> operations = new ArrayList<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue(), schemas))));
        operations.removeIf(
                operation -> operation.described.at("/responses/200/content").has("text/event-stream"));
        return operations;
    }

    List<Field> parameters() {
        return described
                .path("parameters")
                .valueStream()
                .map(parameter -> new Field(
                        parameter.path("name").asString(),
                        parameter.path("in").asString(),
                        parameter.path("required").asBoolean(),
                        resolved(parameter.path("schema")),
                        parameter.path("example").asString("")))
                .toList();
    }

    /// The fields of a body of JSON; none without one.
    List<Field> fields() {
        JsonNode shape = resolved(
                described.path("requestBody").path("content").path(JSON).path("schema"));
        List<String> required =
                shape.path("required").valueStream().map(JsonNode::asString).toList();
        return shape.path("properties").properties().stream()
                .map(property -> new Field(
                        property.getKey(),
                        "body",
                        required.contains(property.getKey()),
                        resolved(property.getValue()),
                        property.getValue().path("example").asString("")))
                .toList();
    }

    /// The fields of the entries that the lists of a body hold, and of their own lists.
    List<Field> entryFields() {
        List<Field> found = new ArrayList<>();
        fields().forEach(field -> addEntryFields(field.schema(), found));
        return found;
    }

    private void addEntryFields(JsonNode list, List<Field> found) {
        resolved(list.path("items")).path("properties").properties().forEach(property -> {
            JsonNode schema = resolved(property.getValue());
            found.add(new Field(property.getKey(), "body", false, schema, ""));
            addEntryFields(schema, found);
        });
    }

    /// The parts of a body of files; none without one.
    List<Field> parts() {
        JsonNode shape = resolved(described
                .path("requestBody")
                .path("content")
                .path("multipart/form-data")
                .path("schema"));
        return shape.path("properties").properties().stream()
                .map(part -> new Field(part.getKey(), "part", false, resolved(part.getValue()), ""))
                .toList();
    }

    Stream<Field> all() {
        return Stream.of(parameters(), fields(), entryFields(), parts()).flatMap(List::stream);
    }

    /// The description of an answer of a status; empty where the status is not described.
    Optional<String> answer(int status) {
        return described
                .path("responses")
                .path(String.valueOf(status))
                .path("description")
                .asStringOpt();
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : schemas.path(reference.substring(reference.lastIndexOf('/') + 1));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
