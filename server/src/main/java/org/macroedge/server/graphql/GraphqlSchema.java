package org.macroedge.server.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetcherFactories;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The schema: the questions, written by hand, and the shapes of their answers, written from those of the API.
final class GraphqlSchema {

    private static final List<String> FILES = List.of("questions.graphqls", "shapes.graphqls");

    private GraphqlSchema() {}

    /// @param answers the answer to each question, by the name of its field
    static GraphQLSchema of(Map<String, DataFetcher<?>> answers) {
        TypeDefinitionRegistry types = new SchemaParser().parse(text());
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring()
                .type("Query", query -> {
                    answers.forEach(query::dataFetcher);
                    return query;
                })
                .codeRegistry(GraphQLCodeRegistry.newCodeRegistry()
                        .defaultDataFetcher(DataFetcherFactories.useDataFetcher(new AnswerField()))
                        .build());
        GraphqlScalars.ALL.forEach(wiring::scalar);
        return new SchemaGenerator().makeExecutableSchema(types, wiring.build());
    }

    /// The schema in its own language.
    static String text() {
        StringBuilder text = new StringBuilder();
        for (String file : FILES) {
            try (InputStream in = GraphqlSchema.class.getResourceAsStream(file)) {
                text.append(new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return text.toString();
    }
}
