package org.macroedge.server.graphql;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// The failures of requests of GraphQL, besides those of the answers that they ask for.
enum GraphqlProblem implements Problem {
    NOT_A_POST(Wording.of(
            ProblemCode.METHOD_NOT_ALLOWED,
            "Method {method} is not allowed for /graphql",
            "Queries are sent in the body of a POST.",
            "Send a POST")),
    OTHER_TYPE(Wording.of(
            ProblemCode.UNSUPPORTED_MEDIA_TYPE,
            "The content type is not application/json",
            "Queries are sent as JSON. A page of another site cannot send this type unasked.",
            "Send JSON with the header Content-Type: application/json")),
    NOT_JSON(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The body is not JSON",
            "It is empty or cut off, or has text after its end.",
            "Send one JSON object, such as {example}")),
    BATCH(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The body is a list of queries",
            "Several queries in one request are not answered.",
            "Send one query at a time")),
    NO_QUERY(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The body has no query",
            "`query` is missing, or the body, `query`, `variables` or `operationName` is of another type.",
            "Send an object with a text query, and variables as an object, such as {example}")),
    UNKNOWN_KEY(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "Key \"{key}\" of the body does not exist",
            "A request of GraphQL has no such key.",
            "The keys are {all}")),
    BODY_TOO_LONG(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The body is longer than {bytes:,} bytes",
            "No query that is answered is as long.",
            "Send a shorter one")),
    QUERY_TOO_LONG(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The query has more than {characters:,} characters or {tokens:,} tokens, or is nested too deeply",
            "A query is read up to these limits.",
            "Ask for less at a time")),
    SYNTAX(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The query cannot be read from line {line}, column {column} on",
            "The text does not have the form of GraphQL.",
            "See the grammar at spec.graphql.org")),
    NOT_A_QUERY(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "Operation \"{operation}\" is not a query",
            "GraphQL reads here: there are neither mutations nor subscriptions.",
            "Change data by the REST API, and follow changes by its stream")),
    OPERATION(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The request does not name one of its operations",
            "The query has none, or several without an `operationName`, or none with this name.",
            "Send operationName; the operations are: {all}")),
    INVALID(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "\"{name}\" at line {line}, column {column} does not fit the schema: {rule}",
            "A query names only fields, arguments and types of the schema, and values of their types.",
            "The schema is in docs/reference/graphql.md")),
    VARIABLE(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The value of variable ${name} is not of type {type}",
            "It is missing although the type ends with `!`, or is a value of another type.",
            "Send a value of the type in variables")),
    TOO_DEEP(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The query is nested deeper than {levels} levels",
            "No field of an answer is as deep.",
            "Ask for fields of fewer levels")),
    TOO_MANY_ALIASES(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The query has more than {aliases} aliases",
            "With aliases, one request can ask for the same answer many times.",
            "Send several requests")),
    TOO_COSTLY(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The query costs more than {points:,} points",
            "Each field costs a point, in a list one for each of its elements, and a fragment wherever it is used.",
            "Ask for fewer fields, or for shorter lists with first")),
    TOO_MANY_QUESTIONS(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The query asks more than {questions} questions",
            "A request counts as five in the limit of its caller, and asks no more.",
            "Send several requests")),
    NULL_VARIABLE(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "A variable is null where a value is needed",
            "The argument that it is used for has no null.",
            "Leave the variable out of variables, or send a value")),
    PAGE(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "Invalid value for {argument}: {value}",
            "A page of a list has a size and a start.",
            "Write a whole number from {least} to {greatest:,}")),
    LONG_LIST(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "{list} has {elements:,} elements",
            "A list is sent whole up to 1,000 elements, so that none is left out unseen.",
            "Ask for at most {most:,} at a time with first, and for the next ones with skip")),
    INTROSPECTION(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The query asks for the schema in a way that repeats it",
            "Fields of the schema that lead to each other are asked for more than once.",
            "Send the introspection query of a GraphQL tool")),
    TOO_SLOW(Wording.of(
            ProblemCode.UNAVAILABLE,
            "The query was not answered within {seconds} seconds",
            "It asks for much, or the server has much to do.",
            "Ask for less at a time, or try again later")),
    FAILED(Wording.of(
            ProblemCode.INTERNAL,
            "Field {field} failed",
            "A fault of this program. It wrote the cause to its log.",
            "Ask again. If it fails again, report the lines of the log"));

    private final Wording wording;

    GraphqlProblem(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
