package org.macroedge.server.assistants;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.query.Query;

/// The query of a tool call, answered by the store or by the API of a running server.
///
/// @param instants as known at which it is answered
/// @param path of the same answer of the API, below `/api/v1/`
/// @param parameters of the request to the API; null values are left out
/// @param shape of the answer
/// @param local answers from the store
/// @param shown what an assistant gets of the answer
public record AssistantQuery<T>(
        Query instants,
        String path,
        Map<String, @Nullable String> parameters,
        Class<T> shape,
        Function<AssistantStore, T> local,
        Function<T, Object> shown) {

    /// Answers queries.
    @FunctionalInterface
    public interface Runner {
        <T> T run(AssistantQuery<T> query);
    }

    Object shown(Runner runner) {
        return shown.apply(runner.run(this));
    }
}
