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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        assertThat(push("types", cpi("0.5" + " ".repeat(64 * 1024))).statusCode())
                .isEqualTo(413);
        assertThat(push("types", cpi("null")).statusCode())
                .as("the key is unused")
                .isEqualTo(200);
    }
}
