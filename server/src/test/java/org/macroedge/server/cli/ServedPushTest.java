package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// What programs push to a server, and what the how-to about it says.
class ServedPushTest {

    private static final Path HOW_TO = Path.of("../docs/how-to/push-releases.md");
    private static final Pattern COMMAND = Pattern.compile("```sh\n(curl .*?)```", Pattern.DOTALL);
    private static final String ADDRESS = "http://127.0.0.1:8080";
    private static final String RELEASE =
            "{\"indicator\":\"us-cpi-mom\",\"releasedAt\":\"2022-01-12T13:30:00Z\",\"actual\":%s}";

    @TempDir
    private static Path folder;

    private static Server server;
    private static SampleHome home;

    @BeforeAll
    static void start() {
        home = new SampleHome(folder);
        server = home.serve();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> push(String key, String body) throws IOException, InterruptedException {
        return push("/api/v1/releases", key, body);
    }

    private static HttpResponse<String> push(String path, String key, String body)
            throws IOException, InterruptedException {
        return SampleHome.send(HttpRequest.newBuilder(server.address().resolve(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static String cpi(String actual) {
        return "{\"source\":\"macro-edge\",\"releases\":[" + RELEASE.formatted(actual) + "]}";
    }

    private static String problem(HttpResponse<String> answer) {
        JsonNode problem = Json.mapper().readTree(answer.body());
        return answer.statusCode() + " " + problem.path("type").asString() + ": "
                + problem.path("detail").asString();
    }

    /// The command of the page, word for word but for the port.
    private static String example() throws IOException, InterruptedException {
        Matcher command = COMMAND.matcher(Files.readString(HOW_TO));
        assertThat(command.find()).isTrue();
        assertThat(command.group(1)).contains(ADDRESS);
        Process curl = new ProcessBuilder(
                        "sh",
                        "-c",
                        command.group(1)
                                .replace(ADDRESS, server.address().toString().replaceAll("/$", "")))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(curl.waitFor()).isZero();
        return printed;
    }

    @Test
    void theCommandOfTheHowToPushesAReleaseAndAgainGivesTheSameAnswer() throws Exception {
        String asked = "/api/v1/releases/us-nonfarm-payrolls@2022-01-07?asOf=2022-01-07T13:30:00Z";
        assertThat(SampleHome.get(server, asked).statusCode()).isEqualTo(404);

        String first = example();

        JsonNode answer = Json.mapper().readTree(first);
        long batch = answer.path("batch").asLong();
        assertThat(batch).as(first).isPositive();
        assertThat(answer.path("imported").asLong()).isEqualTo(1);
        assertThat(SampleHome.get(server, asked).statusCode()).isEqualTo(200);
        assertThat(example()).isEqualTo(first);
        assertThat(home.run("import list").out()).containsPattern("(?m)^ *" + batch + " .* push  .* 1  push, 1 file$");
        assertThat(home.run("import undo " + batch).status()).isZero();
        assertThat(SampleHome.get(server, asked).statusCode()).isEqualTo(404);
        assertThat(example()).as("after the undo").isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4515E5498046875", "1E400", "-1E999999999", "1E-999999999", "1E-400"})
    void aNumberBeyondAllLimitsIsRefused(String figure) throws Exception {
        HttpResponse<String> answer = push("beyond", cpi(figure));

        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 422);
        assertThat(answer.body()).contains("urn:macro-edge:problem:");
    }

    @Test
    void theSameContentMayBeWrittenInAnotherWay() throws Exception {
        HttpResponse<String> first = push("written", cpi("0.5"));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);

        assertThat(push(
                                "written",
                                "{ \"releases\": [" + RELEASE.formatted("\"0.50\"")
                                        + "],\n \"source\": \"macro-edge\"}")
                        .body())
                .isEqualTo(first.body());
        assertThat(problem(push("written", cpi("0.51"))))
                .isEqualTo("409 urn:macro-edge:problem:key-reused: The key \"written\" was used for another push."
                        + " Nothing was stored. Send other content with a new key");
    }

    @Test
    void aDryRunNeedsNoKeyAndStoresNothing() throws Exception {
        String listed = SampleHome.get(server, "/api/v1/imports").body();

        HttpResponse<String> dry =
                SampleHome.send(HttpRequest.newBuilder(server.address().resolve("/api/v1/releases?dryRun=true"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(cpi("0.6")))
                        .build());

        assertThat(dry.statusCode()).as(dry.body()).isEqualTo(200);
        assertThat(Json.mapper().readTree(dry.body()).path("batch").isNull()).isTrue();
        assertThat(SampleHome.get(server, "/api/v1/imports").body()).isEqualTo(listed);
    }

    @Test
    void aValueOfAnotherTypeAndALongBodyAreRefused() throws Exception {
        for (String actual : new String[] {"\"half\"", "\"\"", "true", "{}", "[]"}) {
            assertThat(problem(push("types", cpi(actual))))
                    .isEqualTo("400 urn:macro-edge:problem:invalid-request: releases[0].actual has a value of another"
                            + " type. Nothing was stored. See the description of the API at /openapi");
        }
        assertThat(push("types", cpi("0.5" + " ".repeat(4 << 20))).statusCode()).isEqualTo(413);
        assertThat(push("types", cpi("null")).statusCode())
                .as("the key is unused")
                .isEqualTo(200);
    }

    @Test
    void aKeyThatIsSentTwiceIsRefused() throws Exception {
        HttpResponse<String> answer =
                SampleHome.send(HttpRequest.newBuilder(server.address().resolve("/api/v1/releases"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "first")
                        .header("Idempotency-Key", "second")
                        .POST(HttpRequest.BodyPublishers.ofString(cpi("0.5")))
                        .build());

        assertThat(problem(answer))
                .isEqualTo("400 urn:macro-edge:problem:invalid-request: Header Idempotency-Key appears 2 times."
                        + " Send it once");
    }

    /// With every letter escaped, as clients may.
    @Test
    void theLongestPushThatItsBoundsAllowIsRead() throws Exception {
        String forecasts = IntStream.range(0, 24)
                .mapToObj(hour -> ("{\"kind\": \"nowcast\", \"value\": -0.012345678901234, \"capturedAt\":"
                                + " \"2021-12-31T%02d:59:59.123456789+00:00\"}")
                        .formatted(hour))
                .collect(Collectors.joining(", "));
        String releases = IntStream.range(0, 500)
                .mapToObj(index -> """
                    {"indicator": "us-cpi-mom", "releasedAt": "2022-01-12T13:30:00.123456789+00:00",
                     "period": "2021-12-01", "actual": -123456789.012345, "previous": -123456789.012345,
                     "capturedAt": "2022-01-12T13:30:00.123456789+00:00", "eventId": "%s%08d",
                     "forecasts": [%s]}\
                    """.formatted("\\ud83d\\ude00".repeat(96), index, forecasts))
                .collect(Collectors.joining(", "));
        String push = "{\"source\": \"macro-edge\", \"releases\": [" + releases + "]}";

        HttpResponse<String> answer = push("/api/v1/releases?dryRun=true", "longest", push);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Json.mapper().readTree(answer.body()).at("/read").asInt()).isEqualTo(500);
    }

    @Test
    void aPushOfMoreReleasesThanStatedIsRefusedByTheirCount() throws Exception {
        String releases = IntStream.range(0, 501).mapToObj(index -> cpi("0.5")).collect(Collectors.joining(","));
        HttpResponse<String> answer = push("many", "{\"source\":\"macro-edge\",\"releases\":[" + releases + "]}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("releases has 501 entries. Nothing was stored. Send at most 500");
    }
}
