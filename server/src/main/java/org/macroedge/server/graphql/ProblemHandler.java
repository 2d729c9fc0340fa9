package org.macroedge.server.graphql;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.macroedge.server.platform.database.DatabaseFaults;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells what failed while a query was answered by the problems of the API: one error for each field that failed, with
/// the code in its extensions. No message of the library is sent.
final class ProblemHandler implements DataFetcherExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    /// Says that an error has been written by this class.
    private static final ErrorClassification TOLD = ErrorClassification.errorClassification("told");

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters failed) {
        String field = failed.getPath().toString();
        MacroEdgeException problem = problem(failed.getException(), field);
        GraphQLError error = GraphqlErrorBuilder.newError()
                .message("%s", String.valueOf(problem.getMessage()))
                .path(failed.getPath())
                .location(failed.getSourceLocation())
                .errorType(TOLD)
                .extensions(GraphqlAnswer.extensions(problem))
                .build();
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult(error).build());
    }

    private static MacroEdgeException problem(Throwable thrown, String field) {
        Throwable fault =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (fault instanceof MacroEdgeException told) {
            return told;
        }
        LOG.error("field {} failed", field, fault);
        return DatabaseFaults.of(fault).orElseGet(() -> GraphqlProblem.FAILED.exception(field));
    }

    /// The errors of an answer as they are sent.
    static List<Map<String, Object>> sent(List<GraphQLError> errors) {
        List<Map<String, Object>> sent = new ArrayList<>(errors.size());
        for (GraphQLError error : errors) {
            sent.add(error.getErrorType() == TOLD ? specification(error, error.getMessage()) : other(error));
        }
        return sent;
    }

    private static Map<String, Object> other(GraphQLError error) {
        MacroEdgeException problem = error instanceof BadFaithIntrospectionError
                ? GraphqlProblem.INTROSPECTION.exception()
                : GraphqlProblem.FAILED.exception(String.valueOf(error.getPath()));
        if (!(error instanceof BadFaithIntrospectionError)) {
            LOG.error("a query failed: {}", error.getMessage());
        }
        Map<String, Object> sent = specification(error, String.valueOf(problem.getMessage()));
        sent.put(GraphqlAnswer.EXTENSIONS, GraphqlAnswer.extensions(problem));
        return sent;
    }

    private static Map<String, Object> specification(GraphQLError error, String message) {
        Map<String, Object> sent = new LinkedHashMap<>();
        sent.put("message", message);
        error.toSpecification().forEach((key, value) -> {
            if (key.equals("path") || key.equals("locations")) {
                sent.put(key, value);
            }
        });
        if (error.getExtensions() != null) {
            sent.put(GraphqlAnswer.EXTENSIONS, Map.of(GraphqlAnswer.CODE, code(error)));
        }
        return sent;
    }

    private static Object code(GraphQLError error) {
        return error.getExtensions().getOrDefault(GraphqlAnswer.CODE, "");
    }
}
