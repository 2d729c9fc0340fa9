package org.macroedge.server.assistants;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One argument of a tool.
///
/// @param required whether a call must have it
/// @param schema its JSON schema, with a description
record ToolArgument(String name, boolean required, Map<String, Object> schema) {

    private static final String EXAMPLES = "examples";
    private static final String MINIMUM = "minimum";
    private static final String MAXIMUM = "maximum";
    private static final String DEFAULT = "default";

    ToolArgument {
        schema = Collections.unmodifiableMap(new LinkedHashMap<>(schema));
    }

    /// An argument that is a text.
    static ToolArgument text(String name, String description, String example) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "string");
        schema.put("description", description);
        schema.put(EXAMPLES, List.of(example));
        return new ToolArgument(name, false, schema);
    }

    /// An argument that is a whole number within bounds.
    static ToolArgument integer(String name, String description, int defaultValue, int minimum, int maximum) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "integer");
        schema.put("description", description);
        schema.put(MINIMUM, minimum);
        schema.put(MAXIMUM, maximum);
        schema.put(DEFAULT, defaultValue);
        return new ToolArgument(name, false, schema);
    }

    /// The same argument, which every call must have.
    ToolArgument requiredByCalls() {
        return new ToolArgument(name, true, schema);
    }

    /// The first example of a text.
    String example() {
        return (String) ((List<?>) schema.getOrDefault(EXAMPLES, List.of(""))).getFirst();
    }

    /// The least value of an integer.
    int minimum() {
        return (Integer) schema.getOrDefault(MINIMUM, 0);
    }

    /// The greatest value of an integer.
    int maximum() {
        return (Integer) schema.getOrDefault(MAXIMUM, 0);
    }

    /// The value of an integer that a call leaves out.
    int defaultValue() {
        return (Integer) schema.getOrDefault(DEFAULT, 0);
    }

    /// The schema of all arguments of a tool, which takes no others.
    static Map<String, Object> schema(List<ToolArgument> arguments) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (ToolArgument argument : arguments) {
            properties.put(argument.name, argument.schema);
            if (argument.required) {
                required.add(argument.name);
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }
}
