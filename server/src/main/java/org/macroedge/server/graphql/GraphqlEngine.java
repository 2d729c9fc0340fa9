package org.macroedge.server.graphql;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLException;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.schema.GraphQLSchema;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Answers requests within their limits. A query that takes too long is told so and goes no further than the answer
/// that it is at; meanwhile it counts as running. Thread-safe.
final class GraphqlEngine {

    private static final Logger LOG = LoggerFactory.getLogger(GraphqlEngine.class);

    private final QueryReader reader;
    private final GraphQL graphql;
    private final Duration patience;
    private final Semaphore running = new Semaphore(GraphqlLimits.RUNNING);

    /// @param patience with a query, from when it waits for others to end
    GraphqlEngine(GraphQLSchema schema, Duration patience) {
        this.reader = new QueryReader(schema);
        this.graphql = GraphQL.newGraphQL(schema)
                .defaultDataFetcherExceptionHandler(new ProblemHandler())
                .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(
                        new PreparsedDocumentEntry(input.getGraphQLContext().<Document>get(Document.class))))
                .build();
        this.patience = patience;
    }

    GraphqlAnswer answer(GraphqlRequest request) {
        try {
            return answer(ExecutionInput.newExecutionInput()
                    .query(request.query())
                    .operationName(request.operationName())
                    .variables(request.variables())
                    .graphQLContext(Map.of(Document.class, reader.read(request)))
                    .locale(Locale.ROOT)
                    .build());
        } catch (InvalidQueryException invalid) {
            return GraphqlAnswer.refused(invalid.faults());
        } catch (MacroEdgeException refusal) {
            return GraphqlAnswer.refused(refusal);
        } catch (GraphQLException fault) {
            LOG.error("a query could not be read", fault);
            return GraphqlAnswer.refused(GraphqlProblem.FAILED.exception("/"));
        }
    }

    private GraphqlAnswer answer(ExecutionInput input) {
        long deadline = System.nanoTime() + patience.toNanos();
        Map<String, String> context = Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of());
        FutureTask<ExecutionResult> task = new FutureTask<>(() -> {
            MDC.setContextMap(context);
            try {
                return graphql.execute(input);
            } finally {
                running.release();
            }
        });
        try {
            if (!running.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw tooSlow();
            }
            Thread.ofVirtual().name("graphql").start(task);
            return answer(task.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            input.cancel();
            throw tooSlow();
        } catch (InterruptedException stopped) {
            input.cancel();
            Thread.currentThread().interrupt();
            throw tooSlow();
        } catch (ExecutionException fault) {
            LOG.error("a query failed", fault.getCause());
            throw GraphqlProblem.FAILED.exception("/");
        }
    }

    private MacroEdgeException tooSlow() {
        return GraphqlProblem.TOO_SLOW.exception(patience.toSeconds());
    }

    private static GraphqlAnswer answer(ExecutionResult result) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (!result.getErrors().isEmpty()) {
            body.put(GraphqlAnswer.ERRORS, ProblemHandler.sent(result.getErrors()));
        }
        if (result.isDataPresent()) {
            body.put("data", result.getData());
        }
        return GraphqlAnswer.of(body);
    }
}
