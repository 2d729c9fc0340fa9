package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
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

/// Tools of assistants on the sample, over HTTP and over standard input.
class ServedAssistantsTest {

    private static final String INITIALIZE = "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":"
        + "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}}";
    private static final String INITIALIZED = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";

    private static final String[] ASKED_ALONE = {
        call(1, "explain", "{\"instrument\":\"EURUSD\",\"asOf\":\"2021-09-03T12:30:00Z\"}"),
        call(2, "calendar", "{\"asOf\":\"2021-09-03T12:30:00Z\",\"region\":\"uk\"}")
    };

    @TempDir
    static Path folder;

    /// What the command answered before a server ran.
    private static List<JsonNode> alone = List.of();

    private static Server server;

    @BeforeAll
    static void start() {
        SampleHome home = new SampleHome(folder);
        home.load();
        alone = lines(ASKED_ALONE);
        server = home.serve();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String call(int id, String tool, String arguments) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":" + arguments + "}}";
    }

    private static HttpResponse<String> post(String message, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve("/mcp"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(message));
        return SampleHome.send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    private static JsonNode result(String tool, String arguments) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(call(1, tool, arguments));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body()).path("result");
    }

    /// The answers to lines on standard input, by the command.
    private static List<JsonNode> lines(String... messages) {
        InputStream own = System.in;
        System.setIn(new ByteArrayInputStream(String.join("\n", messages).getBytes(StandardCharsets.UTF_8)));
        try {
            CommandLineRunner.Ended ended = new SampleHome(folder).run("mcp");
            assertThat(ended.status()).as(ended.errors()).isZero();
            return ended.out().lines().map(Json.mapper()::readTree).toList();
        } finally {
            System.setIn(own);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "assistants/questions.csv", delimiter = '|', useHeadersInDisplayName = true)
    void aToolAnswersADatedQuestionAsTheCommandDoes(String question, String tool, String arguments, String command)
            throws IOException, InterruptedException {
        CommandLineRunner.Ended ended = new SampleHome(folder).run(command + " --format json");
        assertThat(ended.status()).as(ended.errors()).isZero();
        JsonNode whole = Json.mapper().readTree(ended.out());

        JsonNode result = result(tool, arguments);

        assertThat(result.path("isError").asBoolean()).as(question).isFalse();
        JsonNode answer = result.path("structuredContent");
        assertThat(Json.mapper()
                        .readTree(result.path("content").path(0).path("text").asString()))
                .isEqualTo(answer);
        assertThat(answer.size()).isGreaterThan(3);
        assertSame(answer, whole);
        assertThat(lines(call(7, tool, arguments)).getFirst().path("result").path("structuredContent"))
                .isEqualTo(answer);
    }

    /// A field of the tool is that of the command; of what is listed, the first ones are, and the rest is counted.
    private static void assertSame(JsonNode answer, JsonNode whole) {
        for (Map.Entry<String, JsonNode> field : answer.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            switch (name) {
                case "contributions", "items" -> assertFirst(value, whole.path(name));
                case "others" -> assertThat(value.asInt()).isEqualTo(leftOut("contributions", answer, whole));
                case "othersSum" -> assertThat(value.asDouble()).isCloseTo(othersSum(answer, whole), within(1e-12));
                case "omitted" -> assertThat(value.asInt()).isEqualTo(leftOut("items", answer, whole));
                case "missing" ->
                    assertThat(value.asInt()).isEqualTo(whole.path(name).size());
                default -> assertThat(value).as(name).isEqualTo(whole.path(name));
            }
        }
    }

    private static int leftOut(String name, JsonNode answer, JsonNode whole) {
        return whole.path(name).size() - answer.path(name).size();
    }

    private static double othersSum(JsonNode answer, JsonNode whole) {
        return StreamSupport.stream(whole.path("contributions").spliterator(), false)
                .skip(answer.path("contributions").size())
                .mapToDouble(reason -> reason.path("contribution").asDouble())
                .sum();
    }

    private static void assertFirst(JsonNode items, JsonNode whole) {
        assertThat(whole.size()).isGreaterThanOrEqualTo(items.size());
        for (int index = 0; index < items.size(); index++) {
            JsonNode item = whole.path(index);
            items.path(index)
                    .properties()
                    .forEach(field ->
                            assertThat(field.getValue()).as(field.getKey()).isEqualTo(item.path(field.getKey())));
        }
    }

    @Test
    void asManyAreListedAsTheCallAsksFor() throws IOException, InterruptedException {
        String at = "\"asOf\":\"2021-09-03T12:30:00Z\"";

        assertThat(result("explain", "{\"instrument\":\"EURUSD\"," + at + "}").at("/structuredContent/contributions"))
                .hasSize(15);
        assertThat(result("indices", "{\"index\":\"US\"," + at + ",\"most\":2}").at("/structuredContent/contributions"))
                .hasSize(2);
        assertThat(result("calendar", "{" + at + "}").at("/structuredContent/items"))
                .hasSize(100);
        assertThat(result("calendar", "{" + at + ",\"most\":500}")
                        .at("/structuredContent/omitted")
                        .asInt())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"explain, instrument, EURUSD", "indices, index, EUR-inflation", "indices, index, US"})
    void theLargestReasonsAndTheSumOfTheOthersAddUpToZ(String tool, String argument, String id)
            throws IOException, InterruptedException {
        JsonNode answer = result(
                        tool, "{\"" + argument + "\":\"" + id + "\",\"asOf\":\"2021-09-03T12:30:00Z\",\"most\":4}")
                .path("structuredContent");

        double[] contributions = StreamSupport.stream(
                        answer.path("contributions").spliterator(), false)
                .mapToDouble(reason -> reason.path("contribution").asDouble())
                .toArray();
        assertThat(contributions).hasSize(4);
        assertThat(Arrays.stream(contributions)
                        .map(Math::abs)
                        .map(size -> -size)
                        .toArray())
                .isSorted();
        assertThat(answer.path("others").asInt()).isPositive();
        assertThat(Arrays.stream(contributions).sum() + answer.path("othersSum").asDouble())
                .isCloseTo(answer.path("z").asDouble(), within(1e-12));
    }

    @Test
    void nothingIsKnownOfAReleaseOneSecondBeforeIt() throws IOException, InterruptedException {
        String day = "\"from\":\"2021-09-03\",\"to\":\"2021-09-03\",\"region\":\"US\"";

        String before = result("calendar", "{\"asOf\":\"2021-09-03T12:29:59Z\"," + day + "}")
                .toString();
        String after = result("calendar", "{\"asOf\":\"2021-09-03T12:30:00Z\"," + day + "}")
                .toString();

        assertThat(after).contains("235000");
        assertThat(before).doesNotContain("235000");
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "assistants/faults.csv", delimiter = '|', useHeadersInDisplayName = true)
    void aCallThatCannotBeAnsweredSaysWhy(String name, String tool, String arguments, String text)
            throws IOException, InterruptedException {
        JsonNode result = result(tool, arguments);

        assertThat(result.path("isError").asBoolean()).as(name).isTrue();
        assertThat(result.path("content").path(0).path("text").asString()).startsWith(text);
        assertThat(lines(call(7, tool, arguments)).getFirst().path("result")).isEqualTo(result);
    }

    @Test
    void aCallThatLacksAnArgumentOrHasAForeignOneIsToldWhichOnesThereAre() throws IOException, InterruptedException {
        DeclaredMessages.assertSeen("AssistantProblem.MISSING_ARGUMENT", refusal("explain", "{}"));
        DeclaredMessages.assertSeen("AssistantProblem.UNKNOWN_ARGUMENT", refusal("bias", "{\"asof\":\"2021\"}"));
    }

    private static String refusal(String tool, String arguments) throws IOException, InterruptedException {
        String text =
                result(tool, arguments).path("content").path(0).path("text").asString();
        return text.substring(text.indexOf(": ") + 2);
    }

    @Test
    void anAssistantLearnsTheToolsAndThatTheyChangeNothing() {
        List<JsonNode> answers = lines(
                INITIALIZE,
                INITIALIZED,
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}",
                "",
                "{\"jsonrpc\":\"2.0\",\"id\":\"two\",\"method\":\"ping\"}");

        assertThat(answers).hasSize(3);
        JsonNode initialized = answers.getFirst().path("result");
        assertThat(initialized.path("serverInfo").path("name").asString()).isEqualTo("macro-edge");
        assertThat(initialized.path("protocolVersion").asString()).isEqualTo("2025-06-18");
        assertThat(initialized.path("instructions").asString()).contains("asOf");
        JsonNode tools = answers.get(1).path("result").path("tools");
        assertThat(tools)
                .extracting(tool -> tool.path("name").asString())
                .containsExactly("bias", "explain", "calendar", "indices", "event_risk");
        assertThat(tools).allSatisfy(tool -> {
            assertThat(tool.path("annotations").path("readOnlyHint").asBoolean())
                    .isTrue();
            assertThat(tool.path("description").asString()).hasSizeGreaterThan(60);
            assertThat(tool.path("inputSchema").path("properties").has("asOf")).isTrue();
            assertThat(tool.path("inputSchema").path("additionalProperties").asBoolean(true))
                    .isFalse();
        });
        assertThat(answers.get(2).path("id").asString()).isEqualTo("two");
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "assistants/messages.csv",
            delimiter = '|',
            quoteCharacter = '~',
            useHeadersInDisplayName = true)
    void aMessageThatIsNoRequestIsRefusedByItsCodeAndTheNextOneIsAnswered(
            String message, String id, int code, String name) throws IOException, InterruptedException {
        String whole = message.replace("LONG", "x".repeat(1 << 20));
        HttpResponse<String> served = post(whole);
        List<JsonNode> answers = lines(whole, call(5, "indices", "{\"asOf\":\"2021-09-03T20:00:00Z\"}"));

        assertThat(served.statusCode()).isEqualTo(200);
        JsonNode refused = answers.getFirst();
        assertThat(Json.mapper().readTree(served.body())).isEqualTo(refused);
        assertThat(refused.path("id").toString()).isEqualTo(id);
        assertThat(refused.at("/error/code").asInt()).isEqualTo(code);
        DeclaredMessages.assertSeen(name, refused.at("/error/message").asString());
        assertThat(answers.get(1).at("/result/isError").asBoolean(true)).isFalse();
    }

    @Test
    void aMessageThatWantsNoAnswerGetsNone() throws IOException, InterruptedException {
        assertThat(post(INITIALIZED).statusCode()).isEqualTo(202);
        assertThat(post("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}").statusCode())
                .isEqualTo(202);
        assertThat(lines(INITIALIZED, "", "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/other\"}"))
                .isEmpty();
    }

    @Test
    void aMessageUnderAnotherVersionOfTheProtocolIsRefused() throws IOException, InterruptedException {
        String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

        HttpResponse<String> refused = post(ping, "MCP-Protocol-Version", "2024-01-01");

        assertThat(post(ping, "MCP-Protocol-Version", "2025-11-25").statusCode())
                .isEqualTo(200);
        assertThat(refused.statusCode()).isEqualTo(400);
        JsonNode error = Json.mapper().readTree(refused.body()).path("error");
        assertThat(error.path("code").asInt()).isEqualTo(-32600);
        DeclaredMessages.assertSeen(
                "AssistantProblem.OTHER_VERSION", error.path("message").asString());
    }

    @Test
    void onlyPostsOfJsonAreMessages() throws IOException, InterruptedException {
        HttpResponse<String> read = SampleHome.get(server, "/mcp");
        HttpResponse<String> text =
                SampleHome.send(HttpRequest.newBuilder(server.address().resolve("/mcp"))
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString(INITIALIZE))
                        .build());

        assertThat(read.statusCode()).isEqualTo(405);
        assertThat(read.headers().firstValue("Allow")).hasValue("POST");
        assertThat(text.statusCode()).isEqualTo(415);
    }

    @Test
    void theStoreAnswersWhereNoServerRuns() {
        assertThat(alone).isEqualTo(lines(ASKED_ALONE)).hasSize(ASKED_ALONE.length);
        assertThat(alone)
                .allSatisfy(answer ->
                        assertThat(answer.at("/result/isError").asBoolean(true)).isFalse());
    }

    @Test
    void aForeignPageIsRefused() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                SampleHome.send(HttpRequest.newBuilder(server.address().resolve("/mcp"))
                        .header("Origin", "https://example.org")
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json, text/event-stream")
                        .POST(HttpRequest.BodyPublishers.ofString(INITIALIZE))
                        .build());

        assertThat(answer.statusCode()).isEqualTo(403);
    }
}
