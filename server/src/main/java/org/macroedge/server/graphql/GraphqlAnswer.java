package org.macroedge.server.graphql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.springframework.http.HttpStatus;

/// The answer to a request.
///
/// @param status of HTTP; 200 where the query was answered, in part at least
/// @param body with `data` or `errors` or both
record GraphqlAnswer(int status, Map<String, Object> body) {

    static final String ERRORS = "errors";
    static final String EXTENSIONS = "extensions";
    static final String CODE = "code";

    /// An answer that says why there is none.
    static GraphqlAnswer refused(MacroEdgeException refusal) {
        return refused(List.of(refusal));
    }

    /// An answer that says everything that stands against one.
    static GraphqlAnswer refused(List<MacroEdgeException> refusals) {
        return new GraphqlAnswer(
                refusals.getFirst().code().status(),
                Map.of(ERRORS, refusals.stream().map(GraphqlAnswer::error).toList()));
    }

    /// An answer with data, and with the errors of fields that have none.
    static GraphqlAnswer of(Map<String, Object> body) {
        return new GraphqlAnswer(HttpStatus.OK.value(), body);
    }

    private static Map<String, Object> error(MacroEdgeException refusal) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", String.valueOf(refusal.getMessage()));
        error.put(EXTENSIONS, extensions(refusal));
        return error;
    }

    static Map<String, Object> extensions(MacroEdgeException refusal) {
        return Map.of(CODE, refusal.code().code());
    }
}
