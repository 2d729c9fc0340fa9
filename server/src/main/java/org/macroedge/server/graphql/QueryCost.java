package org.macroedge.server.graphql;

import graphql.GraphQLException;
import graphql.execution.CoercedVariables;
import graphql.language.Document;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;

/// Refuses a query that asks too many questions or for too many values, before anything of it is answered.
///
/// What is measured is what would be sent: each fragment wherever it is used, and nothing that is skipped. A field
/// costs one point, and in a list one for each element: as many as `first` asks for, or else as the schema assumes.
final class QueryCost {

    private static final String LIST_SIZE = "listSize";
    private static final String ASSUMED_SIZE = "assumedSize";

    private final GraphQLSchema schema;
    private long points;

    private QueryCost(GraphQLSchema schema) {
        this.schema = schema;
    }

    /// @param document one that [QuerySize] has let through
    /// @param operation null for the only one of the document
    /// @throws MacroEdgeException with `invalid-request`
    static void check(GraphQLSchema schema, Document document, @Nullable String operation, CoercedVariables variables) {
        List<ExecutableNormalizedField> fields = fields(schema, document, operation, variables);
        long questions = fields.stream()
                .filter(field -> !field.getFieldName().startsWith("__"))
                .count();
        if (questions > GraphqlLimits.QUESTIONS) {
            throw GraphqlProblem.TOO_MANY_QUESTIONS.exception(GraphqlLimits.QUESTIONS);
        }
        new QueryCost(schema).add(fields, 1);
    }

    private static List<ExecutableNormalizedField> fields(
            GraphQLSchema schema, Document document, @Nullable String operation, CoercedVariables variables) {
        try {
            return ExecutableNormalizedOperationFactory.createExecutableNormalizedOperation(
                            schema, document, operation, variables)
                    .getTopLevelFields();
        } catch (GraphQLException nullValue) {
            throw GraphqlProblem.NULL_VARIABLE.exception();
        }
    }

    /// @param elements how many times each of the fields is sent
    private void add(List<ExecutableNormalizedField> fields, long elements) {
        for (ExecutableNormalizedField field : fields) {
            points += elements;
            if (points > GraphqlLimits.COST) {
                throw GraphqlProblem.TOO_COSTLY.exception(GraphqlLimits.COST);
            }
            add(field.getChildren(), Math.min(elements * size(field), GraphqlLimits.COST + 1L));
        }
    }

    /// The elements that a field has: one unless it is a list.
    private int size(ExecutableNormalizedField field) {
        GraphQLAppliedDirective stated =
                field.getFieldDefinitions(schema).getFirst().getAppliedDirective(LIST_SIZE);
        if (stated == null) {
            return 1;
        }
        Integer assumed = stated.getArgument(ASSUMED_SIZE).getValue();
        return AnswerField.number(field.getResolvedArguments(), AnswerField.FIRST, assumed, 1, GraphqlLimits.PAGE);
    }
}
