package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.app.Server;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// What a request of GraphQL may not be or ask for, over HTTP, in a store without figures.
class GraphqlLimitsTest {

    private static final String OK = "{ instruments { items { instrument } } }";

    @TempDir
    static Path folder;

    private static Server server;
    private static GraphqlClient graphql;

    @BeforeAll
    static void start() {
        server = Server.start(
                new SampleHome(folder)
                        .settings(Map.of("MACRO_EDGE_GRAPHQL", "on"))
                        .withoutSample(),
                SampleHome.CLOCK,
                note -> {});
        graphql = new GraphqlClient(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void assertRefused(String name, String query) throws IOException, InterruptedException {
        JsonNode answer = graphql.ask(query);
        assertThat(answer.has("data")).as(answer.toString()).isFalse();
        assertRefusal(name, GraphqlClient.error(answer));
    }

    private static void assertRefusal(String name, String error) {
        assertThat(error).startsWith("invalid-request ");
        DeclaredMessages.assertSeen("GraphqlProblem." + name, error.substring("invalid-request ".length()));
    }

    private static String repeated(int times, String part) {
        return IntStream.range(0, times)
                .mapToObj(index -> part.replace("#", String.valueOf(index)))
                .collect(Collectors.joining(" "));
    }

    @Test
    void aQueryIsReadUpToItsLongestAndNoFurther() throws IOException, InterruptedException {
        assertThat(graphql.ask("{ instruments { items { " + repeated(1_900, "name") + " } } }")
                        .has("data"))
                .isTrue();
        assertRefused("QUERY_TOO_LONG", "{ instruments { items { " + repeated(2_000, "name") + " } } }");
        assertRefused("QUERY_TOO_LONG", "#" + "x".repeat(20_000) + "\n" + OK);
        assertRefused("QUERY_TOO_LONG", "{ a" + "{ a".repeat(600) + " }".repeat(600) + " }");
        assertThat(graphql.ask("#" + "x".repeat(19_000) + "\n" + OK).has("data"))
                .isTrue();
    }

    @Test
    void aliasesAreBounded() throws IOException, InterruptedException {
        assertThat(graphql.ask("{ instruments { items { " + repeated(30, "a#: name") + " } } }")
                        .has("data"))
                .isTrue();
        assertRefused("TOO_MANY_ALIASES", "{ instruments { items { " + repeated(31, "a#: name") + " } } }");
    }

    @Test
    void whatAQueryCostsIsBounded() throws IOException, InterruptedException {
        String point = "{ z score label health agreement breadth newShare reason coverage freshness quality asOf }";
        String pages = "{ " + repeated(5, "a#: history(instrument: \"EURUSD\") { points(first: %s) %s }") + " }";

        assertThat(graphql.ask(pages.replace("%s) %s", "500) " + point)).has("data"))
                .isTrue();
        assertRefused("TOO_COSTLY", pages.replace("%s) %s", "1000) " + point));
    }

    /// A fragment costs wherever it is used, or it would ask for five times as much at the price of one.
    @Test
    void aFragmentCostsWhereverItIsUsed() throws IOException, InterruptedException {
        String pages = "{ " + repeated(5, "a#: history(instrument: \"EURUSD\") { points(first: 1000) { ...f } }")
                + " } fragment f on BiasHistoryPoint ";

        assertThat(graphql.ask(pages + "{ z score }").has("data")).isTrue();
        assertRefused(
                "TOO_COSTLY",
                pages + "{ z score label health agreement breadth newShare reason coverage freshness quality asOf }");
        assertThat(graphql.ask(pages + "{ z score label health agreement breadth newShare reason coverage asOf "
                                + "freshness @skip(if: true) }")
                        .has("data"))
                .isFalse();
        assertThat(graphql.ask(pages + "{ z score label health agreement breadth newShare reason "
                                + "coverage @skip(if: true) asOf @include(if: false) }")
                        .has("data"))
                .isTrue();
    }

    @Test
    void questionsAreAsManyAsTheRequestCounts() throws IOException, InterruptedException {
        assertThat(graphql.ask("{ __typename " + repeated(5, "a#: instruments { __typename }") + " }")
                        .has("data"))
                .isTrue();
        assertRefused("TOO_MANY_QUESTIONS", "{ " + repeated(6, "a#: instruments { __typename }") + " }");
        assertRefused(
                "TOO_MANY_QUESTIONS",
                "{ ...f } fragment f on Query { " + repeated(6, "a#: instruments { __typename }") + " }");
    }

    @Test
    void depthIsBoundedAndTheQueryOfCommonToolsFits() throws IOException, InterruptedException {
        assertThat(graphql.data("{ __schema { types { fields { args { type " + "{ ofType ".repeat(9) + "{ name }"
                                + " }".repeat(9) + " } } } } }")
                        .has("__schema"))
                .isTrue();
        assertRefused(
                "TOO_DEEP",
                "{ __schema { types { fields { args { type " + "{ ofType ".repeat(10) + "{ name }" + " }".repeat(10)
                        + " } } } } }");
    }

    @Test
    void theSchemaIsNotAskedForRoundInCircles() throws IOException, InterruptedException {
        JsonNode answer =
                graphql.ask("{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }");

        assertThat(answer.has("data")).isFalse();
        assertRefusal("INTROSPECTION", GraphqlClient.error(answer));
    }

    /// Fragments that use the next one twice or more: whole, the queries would have more fields than can be counted.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ instruments { items { ...f0 } } } | InstrumentItem | ...f# ...f# | name",
                "{ instruments { items { ...f0 } } } | InstrumentItem | ...f# ...f# | name @skip(if: true)",
                "{ __schema { types { ...f0 } } } | __Type | ...f# ...f# | name @skip(if: true)",
                "{ __schema { types { ...f0 } } } | __Type | ... { ...f# } ... { ...f# } | name"
            })
    @Timeout(20)
    void fragmentsThatMultiplyAreRefusedAtOnce(String query, String type, String body, String last)
            throws IOException, InterruptedException {
        assertRefused("TOO_COSTLY", query + " " + chain(100, type, body, last));
    }

    @Test
    @Timeout(20)
    void fragmentsThatNestAreRefusedAtOnce() throws IOException, InterruptedException {
        String nested = "ofType { ...f# } interfaces { ...f# } possibleTypes { ...f# }";
        assertRefused("TOO_DEEP", "{ __schema { types { ...f0 } } } " + chain(80, "__Type", nested, "name"));
    }

    private static String chain(int length, String type, String body, String last) {
        return IntStream.range(0, length)
                        .mapToObj(index -> "fragment f" + index + " on " + type + " { "
                                + body.replace("#", String.valueOf(index + 1)) + " }")
                        .collect(Collectors.joining(" "))
                + " fragment f" + length + " on " + type + " { " + last + " }";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ instruments { ...f } } fragment f on InstrumentList { ...f }",
                "{ instruments { ...f } } fragment f on InstrumentList { ...g } fragment g on InstrumentList { ...f }",
                "{ ...f } fragment f on Query { instruments { asOf } ...f }"
            })
    @Timeout(20)
    void aFragmentThatContainsItselfIsRefused(String query) throws IOException, InterruptedException {
        JsonNode answer = graphql.ask(query);

        assertThat(answer.has("data")).isFalse();
        assertThat(answer.path("errors").toString()).contains("the fragment contains itself");
    }

    @Test
    @Timeout(20)
    void whatIsRepeatedIsRefusedAtOnceWithAFewErrors() throws IOException, InterruptedException {
        for (String query : new String[] {
            "{ __typename " + repeated(280, "@skip(if: false)") + " }",
            "{ __typename " + repeated(900, "@x") + " }",
            "{ " + repeated(150, "bias(instrument: \"x#\") { z }") + " }"
        }) {
            JsonNode answer = graphql.ask(query);

            assertThat(answer.has("data")).isFalse();
            assertThat(answer.path("errors").size()).as(answer.toString()).isBetween(1, 10);
            assertThat(answer.path("errors").findValuesAsString("code")).containsOnly("invalid-request");
        }
    }

    @Test
    void onlyTheOperationThatIsNamedIsAnswered() throws IOException, InterruptedException {
        String body =
                "{\"query\":\"query a { __typename } query b { bias(instrument: 1) { z } }\",\"operationName\":\"a\"}";
        String both = body.replace("bias(instrument: 1) { z }", "b: __typename");

        assertThat(graphql.post(body).body()).contains("another type");
        assertThat(graphql.post(both).body()).contains("{\"__typename\":\"Query\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e-999999999", "1.5", "99999999999999999999", "\"1\"", "true", "{}"})
    @Timeout(20)
    void aNumberThatIsNoneOfTheTypeIsRefused(String number) throws IOException, InterruptedException {
        String error = graphql.error("{ calendar(importance: " + number + ") { asOf } }");
        HttpResponse<String> variable = graphql.post(
                "{\"query\":\"query q($i: Int!) { calendar(importance: $i) { asOf } }\",\"variables\":{\"i\":" + number
                        + "}}");

        assertThat(error).startsWith("invalid-request ").contains("another type");
        assertThat(GraphqlClient.error(Json.mapper().readTree(variable.body()))).startsWith("invalid-request ");
    }

    @Test
    void aVariableThatIsNullWhereAValueIsNeededIsRefused() throws IOException, InterruptedException {
        String body = "{\"query\":\"query q($i: Int = 1) { calendar(importance: $i) { asOf } }\",\"variables\":%s}";
        String refused = graphql.post(body.formatted("{\"i\":null}")).body();

        assertRefusal("NULL_VARIABLE", GraphqlClient.error(Json.mapper().readTree(refused)));
        assertThat(Json.mapper()
                        .readTree(graphql.post(body.formatted("{}")).body())
                        .has("data"))
                .isTrue();
    }

    @Test
    @Timeout(20)
    void variablesThatAreLargeOrNotDeclaredCostNothing() throws IOException, InterruptedException {
        String query = "{\"query\":\"{ __typename }\",\"variables\":{\"x\":%s}}";

        assertThat(graphql.post(query.formatted("\"" + "x".repeat(99_000) + "\""))
                        .body())
                .contains("\"data\"");
        assertThat(graphql.post(query.formatted("[".repeat(400) + "]".repeat(400)))
                        .body())
                .contains("\"data\"");
        assertThat(graphql.post(query.formatted("[".repeat(40_000) + "]".repeat(40_000)))
                        .body())
                .contains("The body is not JSON");
        assertThat(graphql.post(query.formatted("1e999999999")).body()).contains("\"data\"");
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "graphql/queries.csv",
            delimiter = '|',
            quoteCharacter = '~',
            useHeadersInDisplayName = true)
    void aQueryThatIsNotValidIsRefusedInWordsOfOurOwn(String query, String name, String words)
            throws IOException, InterruptedException {
        String error = graphql.error(query);

        assertRefusal(name, error);
        assertThat(error).contains(words);
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "graphql/bodies.csv",
            delimiter = '|',
            quoteCharacter = '~',
            useHeadersInDisplayName = true)
    void aBodyThatIsNoRequestIsRefused(String body, String name) throws IOException, InterruptedException {
        HttpResponse<String> answer = graphql.post(body.replace("LONG", "x".repeat(100_000)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertRefusal(name, GraphqlClient.error(Json.mapper().readTree(answer.body())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"day\":null}", "{\"day\":7}", "{\"day\":[\"2021-01-01\"]}"})
    void aVariableOfAnotherTypeIsNamed(String variables) throws IOException, InterruptedException {
        String body = "{\"query\":\"query q($day: TimeOrDate!) { indices(asOf: $day) { asOf } }\",\"variables\":"
                + variables + "}";

        String error =
                GraphqlClient.error(Json.mapper().readTree(graphql.post(body).body()));

        assertRefusal("VARIABLE", error);
        assertThat(error).contains("$day is not of type TimeOrDate!");
    }

    @Test
    void aVariableIsUsed() throws IOException, InterruptedException {
        JsonNode answer = graphql.ask(
                "query q($day: TimeOrDate!) { instruments(asOf: $day) { items(first: 1) { instrument } } }",
                Map.of("day", "2021-01-01"));

        assertThat(answer.at("/data/instruments/items/0/instrument").asString()).isEqualTo("SPX");
    }

    @Test
    void theStatusSaysWhetherAnythingWasAnsweredWhereTheClientKnowsTheType() throws IOException, InterruptedException {
        String type = "application/graphql-response+json";
        String broken = "{\"query\":\"{ nothing }\"}";

        HttpResponse<String> answered = graphql.post("{\"query\":\"{ __typename }\"}", "Accept", type);
        HttpResponse<String> refused = graphql.post(broken, "Accept", type);
        HttpResponse<String> plain = graphql.post(broken, "Accept", "application/json");

        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(answered.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answered.body().strip()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(plain.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    /// Types that a page of another site can send without being asked back, and types that are none.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "*/*",
                "application/*", "application/graphql", "text/plain; application/json", "json"
            })
    void aBodyOfAnotherTypeIsNotRead(String type) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                SampleHome.send(HttpRequest.newBuilder(server.address().resolve("/graphql"))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ __typename }\"}"))
                        .build());

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void onlyPostsOfJsonAreRequests() throws IOException, InterruptedException {
        HttpResponse<String> read = SampleHome.get(server, "/graphql?query=%7B__typename%7D");
        HttpResponse<String> text =
                SampleHome.send(HttpRequest.newBuilder(server.address().resolve("/graphql"))
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ __typename }\"}"))
                        .build());

        assertThat(read.statusCode()).isEqualTo(405);
        assertThat(read.headers().firstValue("Allow")).hasValue("POST");
        assertThat(GraphqlClient.error(Json.mapper().readTree(read.body()))).startsWith("method-not-allowed ");
        assertThat(text.statusCode()).isEqualTo(415);
        assertThat(GraphqlClient.error(Json.mapper().readTree(text.body()))).startsWith("unsupported-media-type ");
        DeclaredMessages.assertSeen("GraphqlProblem.NOT_A_POST", message(read));
        DeclaredMessages.assertSeen("GraphqlProblem.OTHER_TYPE", message(text));
    }

    private static String message(HttpResponse<String> answer) {
        return Json.mapper().readTree(answer.body()).at("/errors/0/message").asString();
    }
}
