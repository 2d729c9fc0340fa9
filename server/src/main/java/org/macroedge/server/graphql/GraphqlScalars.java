package org.macroedge.server.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// The types of values that GraphQL does not have itself. Each is sent as the API sends it; those that are given are
/// texts, which the questions read.
final class GraphqlScalars {

    /// Every one, by the name that the schema gives it.
    static final List<GraphQLScalarType> ALL =
            List.of(scalar("Instant"), scalar("Date"), scalar("Decimal"), scalar("Long"), scalar("TimeOrDate"));

    private GraphqlScalars() {}

    private static GraphQLScalarType scalar(String name) {
        return GraphQLScalarType.newScalar().name(name).coercing(new AsIs()).build();
    }

    private static final class AsIs implements Coercing<Object, Object> {

        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            return value;
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            if (input instanceof String) {
                return input;
            }
            throw new CoercingParseValueException();
        }

        @Override
        public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            if (input instanceof StringValue text) {
                return Objects.requireNonNull(text.getValue());
            }
            throw new CoercingParseLiteralException();
        }
    }
}
