package org.macroedge.server.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/// The value of a field: that of the same key in the JSON of the API's answer. Thread-safe.
final class AnswerField implements DataFetcher<Object> {

    static final String FIRST = "first";
    static final String SKIP = "skip";

    private static final ObjectReader READER =
            Json.mapper().reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /// An answer as the JSON that the API sends.
    static JsonNode json(Object answer) {
        return READER.readTree(Json.bytes(answer));
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment field) {
        JsonNode answer = field.getSource();
        String name = field.getField().getName();
        JsonNode value = answer == null ? null : answer.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isArray()) {
            return page(name, elements(value), field.getArguments());
        }
        boolean isList = GraphQLTypeUtil.unwrapNonNull(field.getFieldType()) instanceof GraphQLList;
        return isList ? named(value) : plain(value);
    }

    private static List<Object> elements(JsonNode array) {
        List<Object> elements = new ArrayList<>(array.size());
        array.forEach(element -> elements.add(plain(element)));
        return elements;
    }

    /// The keys and values of an object whose keys are no names of fields.
    private static List<Object> named(JsonNode object) {
        List<Object> named = new ArrayList<>(object.size());
        object.properties()
                .forEach(entry -> named.add(Json.mapper()
                        .createObjectNode()
                        .put("name", entry.getKey())
                        .set("value", entry.getValue())));
        return named;
    }

    private static Object plain(JsonNode value) {
        if (value.isNumber()) {
            return value.numberValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isString() ? value.asString() : value;
    }

    /// The elements that are asked for; all of them where nothing is said and they are not too many.
    ///
    /// @throws MacroEdgeException with `invalid-request`
    private static List<Object> page(String list, List<Object> elements, Map<String, Object> arguments) {
        int skip = Math.min(number(arguments, SKIP, 0, 0, Integer.MAX_VALUE), elements.size());
        int first = number(arguments, FIRST, -1, 1, GraphqlLimits.PAGE);
        int rest = elements.size() - skip;
        if (first < 0 && rest > GraphqlLimits.PAGE) {
            throw GraphqlProblem.LONG_LIST.exception(list, elements.size(), GraphqlLimits.PAGE);
        }
        return elements.subList(skip, skip + (first < 0 ? rest : Math.min(first, rest)));
    }

    /// @param otherwise the value where nothing is said
    static int number(Map<String, Object> arguments, String name, int otherwise, int least, int greatest) {
        if (!(arguments.get(name) instanceof Integer number)) {
            return otherwise;
        }
        if (number < least || number > greatest) {
            throw GraphqlProblem.PAGE.exception(name, number, least, greatest);
        }
        return number;
    }
}
