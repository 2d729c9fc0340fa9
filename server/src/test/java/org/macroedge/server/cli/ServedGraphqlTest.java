package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.app.Server;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// The answers of GraphQL on the sample: those of the API, field by field.
class ServedGraphqlTest {

    /// The day of a referendum, a second before payrolls and at them, and now, which is years after the last release.
    private static final List<String> INSTANTS =
            List.of("2016-06-24T06:00:00Z", "2021-09-03T12:29:59Z", "2021-09-03T12:30:00Z", "");

    @TempDir
    static Path folder;

    private static Server server;
    private static GraphqlClient graphql;

    @BeforeAll
    static void start() {
        SampleHome home = new SampleHome(folder);
        home.load();
        server = Server.start(home.settings(Map.of("MACRO_EDGE_GRAPHQL", "on")), SampleHome.CLOCK, note -> {});
        graphql = new GraphqlClient(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "graphql/questions.csv", delimiter = '|', useHeadersInDisplayName = true)
    void everyFieldOfAnAnswerIsThatOfTheApi(String question, @Nullable String arguments, String path)
            throws IOException, InterruptedException {
        String fields = graphql.everything(question);
        for (String asOf : INSTANTS) {
            String given = with(arguments, asOf.isEmpty() ? "" : "asOf: \"" + asOf + "\"");
            String address =
                    "/api/v1/" + path + (path.contains("?") ? "&" : "?") + (asOf.isEmpty() ? "" : "asOf=" + asOf);

            JsonNode answer =
                    graphql.data("{ " + question + given + fields + " }").path(question);

            HttpResponse<String> rest = SampleHome.get(server, address.replaceFirst("[?&]$", ""));
            assertThat(rest.statusCode()).as(rest.body()).isEqualTo(200);
            assertSame(question, answer, Json.mapper().readTree(rest.body()));
        }
    }

    private static String with(@Nullable String arguments, String asOf) {
        String given =
                String.join(", ", arguments == null ? "" : arguments, asOf).replaceAll("^, |, $", "");
        return given.isEmpty() ? "" : "(" + given + ")";
    }

    private static void assertSame(String place, JsonNode answer, JsonNode rest) {
        if (rest.isObject() && answer.isArray()) {
            assertNamed(place, answer, rest);
        } else if (rest.isObject()) {
            assertThat(new TreeSet<>(answer.propertyNames())).as(place).isEqualTo(new TreeSet<>(rest.propertyNames()));
            rest.properties()
                    .forEach(field ->
                            assertSame(place + "." + field.getKey(), answer.path(field.getKey()), field.getValue()));
        } else if (rest.isArray()) {
            assertThat(answer).as(place).hasSize(rest.size());
            for (int index = 0; index < rest.size(); index++) {
                assertSame(place + "[" + index + "]", answer.path(index), rest.path(index));
            }
        } else if (rest.isNumber()) {
            assertThat(answer.isNumber()).as(place).isTrue();
            assertThat(answer.decimalValue()).as(place).isEqualByComparingTo(rest.decimalValue());
        } else {
            assertThat(answer).as(place).isEqualTo(rest);
        }
    }

    /// An object with other keys than names of fields is a list of names and values.
    private static void assertNamed(String place, JsonNode answer, JsonNode rest) {
        assertThat(answer).as(place).hasSize(rest.size());
        answer.forEach(entry -> assertSame(
                place, entry.path("value"), rest.path(entry.path("name").asString())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "calendar(asOf: \"%s\", from: \"2021-09-03\", to: \"2021-09-03\") { items { actual } } | 235000",
                "indicatorReleases(indicator: \"us-nonfarm-payrolls\", asOf: \"%s\") { items { releaseId actual } }"
                        + " | \"us-nonfarm-payrolls@2021-09-03\",\"actual\":235000",
                "explanation(instrument: \"SPX\", asOf: \"%s\") { contributions { actual } } | 235000",
                "indicators(asOf: \"%s\") { items { lastActual } } | 235000"
            })
    void nothingIsKnownOfAReleaseOneSecondBeforeIt(String question, String figure)
            throws IOException, InterruptedException {
        String before = graphql.data("{ " + question.formatted("2021-09-03T12:29:59Z") + " }")
                .toString();
        String after = graphql.data("{ " + question.formatted("2021-09-03T12:30:00Z") + " }")
                .toString();

        assertThat(after).contains(figure);
        assertThat(before).doesNotContain(figure);
    }

    @Test
    void noInstantOfAnAnswerIsLaterThanAsOf() throws IOException, InterruptedException {
        Instant asOf = Instant.parse("2018-05-02T18:00:00Z");
        JsonNode answer = graphql.data(
                ("{ a: explanation(instrument: \"EURUSD\", asOf: \"%1$s\") { contributions { releasedAt } } b:"
                    + " history(instrument: \"EURUSD\", asOf: \"%1$s\", at: \"release\", from: \"2018-04-01\") {"
                    + " points { asOf } } c: indicatorReleases(indicator: \"us-cpi-mom\", asOf: \"%1$s\") { items {"
                    + " releasedAt } } d: indicators(asOf: \"%1$s\") { items { lastReleasedAt } } }")
                        .formatted(asOf));

        List<String> instants = texts(answer);
        assertThat(instants).hasSizeGreaterThan(400);
        assertThat(instants).allSatisfy(text -> assertThat(Instant.parse(text)).isBeforeOrEqualTo(asOf));
    }

    /// Every instant at which something was published, or for which there is a point.
    private static List<String> texts(JsonNode answer) {
        return Stream.of("releasedAt", "asOf", "lastReleasedAt")
                .flatMap(name -> answer.findValues(name).stream())
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void whatWasNotStoredYetIsNotUsed() throws IOException, InterruptedException {
        JsonNode empty = graphql.data("{ indicatorReleases(indicator: \"us-nonfarm-payrolls\", asOf: \"2021-09-04\","
                + " recordedAt: \"2022-02-01T07:00:00Z\") { items { actual } } }");

        assertThat(empty.at("/indicatorReleases/items")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "graphql/problems.csv", delimiter = '|', useHeadersInDisplayName = true)
    void aQuestionThatCannotBeAnsweredHasTheProblemOfTheApi(String question, String path)
            throws IOException, InterruptedException {
        JsonNode answer = graphql.ask("{ broken: " + question + " kept: instruments { items { instrument } } }");
        JsonNode rest =
                Json.mapper().readTree(SampleHome.get(server, "/api/v1/" + path).body());

        assertThat(GraphqlClient.error(answer))
                .isEqualTo(rest.path("type").asString().replace("urn:macro-edge:problem:", "") + " "
                        + rest.path("detail").asString());
        assertThat(answer.at("/errors/0/path").toString()).isEqualTo("[\"broken\"]");
        assertThat(answer.at("/data/broken").isNull()).isTrue();
        assertThat(answer.at("/data/kept/items")).hasSizeGreaterThan(20);
    }

    @Test
    void numbersAreWrittenAsTheApiWritesThem() throws IOException, InterruptedException {
        String answer = graphql.data("{ indicatorReleases(indicator: \"us-nonfarm-payrolls\", asOf: \"2021-09-04\")"
                        + " { items(skip: 0, first: 1) { releasedAt actual sigmaObservations } } }")
                .toString();

        assertThat(answer).containsPattern("\"releasedAt\":\"2014-[0-9-]+T[0-9:]+Z\",\"actual\":[0-9]+,\"sigma");
    }

    @Test
    void aListIsReadPageByPage() throws IOException, InterruptedException {
        String asked = "{ calendar(asOf: \"2021-09-03\", from: \"2021-08-01\") { items%s { releaseId } } }";
        JsonNode whole = graphql.data(asked.formatted("")).at("/calendar/items");
        JsonNode first = graphql.data(asked.formatted("(first: 10)")).at("/calendar/items");
        JsonNode second = graphql.data(asked.formatted("(first: 10, skip: 10)")).at("/calendar/items");
        JsonNode beyond =
                graphql.data(asked.formatted("(first: 10, skip: 100000)")).at("/calendar/items");

        assertThat(first).hasSize(10);
        assertThat(second).hasSize(10);
        for (int index = 0; index < 10; index++) {
            assertThat(first.path(index)).isEqualTo(whole.path(index));
            assertThat(second.path(index)).isEqualTo(whole.path(index + 10));
        }
        assertThat(beyond).isEmpty();
    }

    @Test
    void aListThatIsTooLongIsNotCutUnseen() throws IOException, InterruptedException {
        String asked =
                "{ history(instrument: \"EURUSD\", asOf: \"2021-09-03\", from: \"2014-06-01\") { points%s { z } } }";
        String refused = graphql.error(asked.formatted(""));

        DeclaredMessages.assertSeen("GraphqlProblem.LONG_LIST", refused.replaceFirst("^invalid-request ", ""));
        assertThat(graphql.data(asked.formatted("(first: 1000, skip: 500)")).at("/history/points"))
                .hasSize(1_000);
        for (String page : List.of("first: 0", "first: 1001", "first: -5", "skip: -1")) {
            DeclaredMessages.assertSeen(
                    "GraphqlProblem.PAGE",
                    graphql.error(asked.formatted("(" + page + ")")).replaceFirst("^invalid-request ", ""));
        }
    }
}
