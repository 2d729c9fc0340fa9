package org.macroedge.server.graphql;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;
import org.macroedge.server.platform.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A request as GraphQL over HTTP has it.
///
/// @param operationName which of the operations of the query is asked for; null for its only one
record GraphqlRequest(String query, @Nullable String operationName, Map<String, Object> variables) {

    private static final String QUERY = "query";
    private static final String OPERATION = "operationName";
    private static final String VARIABLES = "variables";
    private static final List<String> KEYS = List.of(QUERY, OPERATION, VARIABLES, "extensions");
    private static final String EXAMPLE = "{\"query\": \"{ bias(instrument: \\\"EURUSD\\\") { score label } }\"}";

    /// Reads a body, strictly.
    ///
    /// @throws MacroEdgeException with `invalid-request`
    static GraphqlRequest read(byte[] body) {
        if (body.length > GraphqlLimits.BODY) {
            throw GraphqlProblem.BODY_TOO_LONG.exception(GraphqlLimits.BODY);
        }
        JsonNode json = json(body);
        if (json.isArray()) {
            throw GraphqlProblem.BATCH.exception();
        }
        for (String key : json.propertyNames()) {
            if (!KEYS.contains(key)) {
                throw GraphqlProblem.UNKNOWN_KEY.exception(ShownText.of(key), String.join(", ", KEYS));
            }
        }
        JsonNode query = json.path(QUERY);
        JsonNode operation = json.path(OPERATION);
        JsonNode variables = json.path(VARIABLES);
        if (!query.isString()
                || !isAbsent(operation) && !operation.isString()
                || !isAbsent(variables) && !variables.isObject()) {
            throw GraphqlProblem.NO_QUERY.exception(EXAMPLE);
        }
        return new GraphqlRequest(
                query.asString(), operation.isString() ? operation.asString() : null, values(variables));
    }

    private static JsonNode json(byte[] body) {
        try {
            JsonNode json = Json.mapper().readTree(body);
            if (!json.isMissingNode()) {
                return json;
            }
        } catch (JacksonException | NumberFormatException unreadable) {
            // as an empty one
        }
        throw GraphqlProblem.NOT_JSON.exception(EXAMPLE);
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> values(JsonNode variables) {
        return isAbsent(variables) ? Map.of() : Json.mapper().convertValue(variables, Map.class);
    }
}
