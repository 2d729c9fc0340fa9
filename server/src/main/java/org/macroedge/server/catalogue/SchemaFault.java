package org.macroedge.server.catalogue;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// Turns an error of the schema validator into a fault with its place in the file, in words for the person who edits
/// it.
///
/// A schema's `description` completes the sentence "… is not".
final class SchemaFault {

    private SchemaFault() {}

    static CatalogueFault of(Error error, YamlEntry root, JsonNode schema) {
        NodePath path = error.getInstanceLocation();
        YamlEntry place = root;
        for (int i = 0; i < path.getNameCount(); i++) {
            place = path.getElement(i) instanceof Integer index
                    ? place.entries().get(index)
                    : place.lastField(path.getName(i));
        }
        String property = error.getProperty();
        JsonNode rule = rule(error, schema);
        return switch (error.getKeyword()) {
            case "required" -> place.missing(property);
            case "additionalProperties" -> place.lastField(property).fault(CatalogueMessage.UNKNOWN_FIELD, known(rule));
            case "minItems", "maxItems" ->
                place.fault(CatalogueMessage.NUMBER_OF_ENTRIES, place.entries().size(), items(rule));
            case "minProperties" -> place.fault(CatalogueMessage.NO_FIELD, known(rule));
            case "maxLength" ->
                place.fault(
                        CatalogueMessage.TOO_LONG,
                        place.quoted(),
                        rule.path("maxLength").asInt());
            case "type" -> place.fault(CatalogueMessage.INVALID, place.quoted(), ofType(rule));
            default -> place.fault(CatalogueMessage.INVALID, place.quoted(), expected(rule));
        };
    }

    private static JsonNode rule(Error error, JsonNode schema) {
        String keyword = String.valueOf(error.getSchemaLocation().getFragment());
        return schema.at(JsonPointer.compile(keyword.substring(0, Math.max(0, keyword.lastIndexOf('/')))));
    }

    private static String known(JsonNode rule) {
        return String.join(
                ", ", rule.path("properties").propertyNames().stream().sorted().toList());
    }

    private static String items(JsonNode rule) {
        int least = rule.path("minItems").asInt();
        return rule.has("maxItems") ? String.valueOf(least) : "at least " + least;
    }

    /// For a value of the wrong type, names only the type; otherwise, names what the value must be.
    private static String ofType(JsonNode rule) {
        return rule.path("type").asString("").equals("integer") ? "a whole number" : expected(rule);
    }

    private static String expected(JsonNode rule) {
        @Nullable String described = rule.path("description").stringValue(null);
        if (described != null) {
            return described;
        }
        return switch (rule.path("type").asString("")) {
            case "array" -> "a list";
            case "object" -> "a mapping of fields";
            default -> "what the schema requires: " + List.of(rule);
        };
    }
}
