package org.macroedge.server.graphql;

import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.language.SourceLocation;
import graphql.language.VariableDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;

/// Reads a query and refuses it, in words of our own, where it cannot be answered. Thread-safe.
final class QueryReader {

    private static final int MOST_FAULTS = 10;

    private final GraphQLSchema schema;
    private final ParserOptions options = ParserOptions.newParserOptions()
            .maxCharacters(GraphqlLimits.CHARACTERS)
            .maxTokens(GraphqlLimits.TOKENS)
            .maxWhitespaceTokens(GraphqlLimits.CHARACTERS)
            .maxRuleDepth(GraphqlLimits.DEPTH * GraphqlLimits.DEPTH)
            .captureIgnoredChars(false)
            .captureLineComments(false)
            .build();

    QueryReader(GraphQLSchema schema) {
        this.schema = schema;
    }

    /// The document of a request, which can be answered.
    ///
    /// @throws MacroEdgeException with `invalid-request`
    /// @throws InvalidQueryException for faults against the schema
    Document read(GraphqlRequest request) {
        Document document = parsed(request.query());
        checkAliases(document);
        OperationDefinition operation = operation(document, request.operationName());
        QuerySize.check(document);
        List<ValidationError> faults = new Validator().validateDocument(schema, document, Locale.ROOT);
        if (!faults.isEmpty()) {
            throw new InvalidQueryException(faults.stream()
                    .limit(MOST_FAULTS)
                    .map(fault -> refusal(document, fault))
                    .toList());
        }
        QueryCost.check(schema, document, request.operationName(), variables(operation, request.variables()));
        return document;
    }

    private Document parsed(String query) {
        try {
            return Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(query)
                    .locale(Locale.ROOT)
                    .parserOptions(options)
                    .build());
        } catch (ParseCancelledException
                | ParseCancelledTooDeepException
                | ParseCancelledTooManyCharsException tooLong) {
            throw GraphqlProblem.QUERY_TOO_LONG.exception(GraphqlLimits.CHARACTERS, GraphqlLimits.TOKENS);
        } catch (InvalidSyntaxException fault) {
            SourceLocation location = fault.getLocation();
            throw GraphqlProblem.SYNTAX.exception(
                    location == null ? 1 : location.getLine(), location == null ? 1 : location.getColumn());
        }
    }

    private static void checkAliases(Document document) {
        int aliases = 0;
        Deque<Node<?>> rest = new ArrayDeque<>(List.of(document));
        while (!rest.isEmpty()) {
            Node<?> node = rest.pop();
            aliases += node instanceof Field field && field.getAlias() != null ? 1 : 0;
            node.getChildren().forEach(rest::push);
        }
        if (aliases > GraphqlLimits.ALIASES) {
            throw GraphqlProblem.TOO_MANY_ALIASES.exception(GraphqlLimits.ALIASES);
        }
    }

    private static OperationDefinition operation(Document document, @Nullable String name) {
        List<OperationDefinition> all = document.getDefinitionsOfType(OperationDefinition.class);
        for (OperationDefinition operation : all) {
            if (operation.getOperation() != Operation.QUERY) {
                String kind = operation.getOperation().name().toLowerCase(Locale.ROOT);
                throw GraphqlProblem.NOT_A_QUERY.exception(
                        operation.getName() == null ? kind : ShownText.of(operation.getName()));
            }
        }
        List<OperationDefinition> meant = all.stream()
                .filter(operation -> name == null || name.equals(operation.getName()))
                .toList();
        if (meant.size() != 1) {
            throw GraphqlProblem.OPERATION.exception(names(all));
        }
        return meant.getFirst();
    }

    private static String names(List<OperationDefinition> operations) {
        return ShownText.of(String.join(
                ", ",
                operations.stream()
                        .map(operation -> operation.getName() == null ? "(no name)" : operation.getName())
                        .toList()));
    }

    private static MacroEdgeException refusal(Document document, ValidationError fault) {
        SourceLocation location =
                fault.getLocations() == null || fault.getLocations().isEmpty()
                        ? SourceLocation.EMPTY
                        : fault.getLocations().getFirst();
        return GraphqlProblem.INVALID.exception(
                ShownText.of(name(document, location)),
                location.getLine(),
                location.getColumn(),
                SchemaRules.words(fault.getValidationErrorType()));
    }

    /// The name of what stands at a place of a query.
    private static String name(Document document, SourceLocation location) {
        Deque<Node<?>> rest = new ArrayDeque<>(List.of(document));
        while (!rest.isEmpty()) {
            Node<?> node = rest.pop();
            if (location.equals(node.getSourceLocation()) && !(node instanceof Document)) {
                return node instanceof NamedNode<?> named && named.getName() != null
                        ? named.getName()
                        : AstPrinter.printAstCompact(node);
            }
            node.getChildren().forEach(rest::push);
        }
        return "query";
    }

    private CoercedVariables variables(OperationDefinition operation, Map<String, Object> given) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            try {
                values.putAll(ValuesResolver.coerceVariableValues(
                                schema,
                                List.of(variable),
                                RawVariables.of(given),
                                GraphQLContext.getDefault(),
                                Locale.ROOT)
                        .toMap());
            } catch (GraphQLException otherType) {
                throw GraphqlProblem.VARIABLE.exception(
                        ShownText.of(variable.getName()), AstPrinter.printAstCompact(variable.getType()));
            }
        }
        return CoercedVariables.of(values);
    }
}
