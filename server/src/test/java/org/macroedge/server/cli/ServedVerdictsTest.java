package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// What a person states about a release of the sample, by command, through a server, and over HTTP.
class ServedVerdictsTest {

    private static final String RELEASE = "us-nonfarm-payrolls@2021-09-03";
    private static final String RELEASES = "indicators us-nonfarm-payrolls --as-of 2021-09-03T12:30:00Z";
    private static final String USER = System.getProperty("user.name");

    private final SampleHome home;

    ServedVerdictsTest(@TempDir Path folder) {
        this.home = new SampleHome(folder);
    }

    @Test
    void aStatementIsABatchThatAnUndoTakesBack() throws Exception {
        String before = run(RELEASES);

        String stated = run("release doubt " + RELEASE + " --reason typo");

        JsonNode verdict = verdict(run(RELEASES + " --format json"));
        long batch = verdict.path("batch").asLong();
        assertThat(stated)
                .isEqualTo(RELEASE + " is doubtful. Batch " + batch + "; `import undo " + batch
                        + "` takes the statement back.\n");
        assertThat(verdict.path("verdict").asString()).isEqualTo("doubtful");
        assertThat(run(RELEASES).lines()).anyMatch(line -> line.endsWith("  doubtful by " + USER + ": typo"));
        assertThat(lastLine(run(RELEASES + " --format csv"))).endsWith(",doubtful," + USER + ",typo");
        assertThat(run("import list")).contains("statement");
        run("import undo " + batch);
        assertThat(run(RELEASES)).isEqualTo(before);

        try (Server server = home.serve()) {
            statementsGoThroughTheServer();
            statementsAreTakenOverHttp(server);
            faultsReadTheSame();
        }
        faultsReadTheSame();
    }

    private void statementsGoThroughTheServer() {
        JsonNode confirmed =
                Json.mapper().readTree(run("release confirm " + RELEASE + " --reason checked --format json"));
        assertThat(confirmed.path("releaseId").asString()).isEqualTo(RELEASE);
        assertThat(confirmed.path("statement").asString()).isEqualTo("confirm");
        assertThat(confirmed.path("state").asString()).isEqualTo("confirmed");
        assertThat(confirmed.path("author").asString()).isEqualTo(USER);
        assertThat(run(RELEASES).lines()).anyMatch(line -> line.endsWith("  confirmed by " + USER + ": checked"));
        for (String verb : new String[] {"cancel", "withdraw", "reopen"}) {
            assertThat(run("release " + verb + " " + RELEASE + " --reason x")).startsWith(RELEASE + " is ");
        }
        assertThat(run(RELEASES)).doesNotContain(" by " + USER);
    }

    private void statementsAreTakenOverHttp(Server server) throws Exception {
        HttpResponse<String> answer = post(server, RELEASE, "{\"statement\":\"withdraw\",\"reason\":\"recalled\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Json.mapper().readTree(answer.body()).path("state").asString())
                .isEqualTo("withdrawn");
        assertThat(verdict(run(RELEASES + " --format json")).path("reason").asString())
                .isEqualTo("recalled");

        assertProblem(
                post(server, RELEASE, "{\"statement\":\"withdraw\"}"), 400, "A reason is missing. Say in one line");
        assertProblem(
                post(server, RELEASE, "{\"statement\":\"deny\",\"reason\":\"x\"}"), 400, "Invalid value for statement");
        assertProblem(post(server, RELEASE, "{"), 400, "The body is not valid JSON");
        assertProblem(post(server, RELEASE, ""), 400, "The body is not valid JSON");
        assertProblem(
                post(server, "us-nonfarm-payrolls@2021-09-04", "{\"statement\":\"doubt\",\"reason\":\"x\"}"),
                404,
                "Release \"us-nonfarm-payrolls@2021-09-04\" does not exist. Did you mean " + RELEASE);
        post(server, RELEASE, "{\"statement\":\"reopen\",\"reason\":\"x\"}");
        assertProblem(
                post(server, RELEASE, "{\"statement\":\"reopen\",\"reason\":\"x\"}"),
                409,
                "Release " + RELEASE + " has no verdict to take back");
    }

    private void faultsReadTheSame() {
        assertFails(
                "release doubt us-nonfarm-payrolls@2021-09-04 --reason x",
                1,
                "macro-edge: Release \"us-nonfarm-payrolls@2021-09-04\" does not exist. Did you mean " + RELEASE
                        + ", ");
        assertFails(
                "release doubt ?&/ --reason x",
                1,
                "macro-edge: Release \"-\" does not exist, and none has a similar id. ");
        assertFails(
                "release doubt " + RELEASE,
                2,
                "macro-edge: option --reason is missing. The help says: Why, in one line");
        assertFails("release doubt " + RELEASE + " --reason \t", 2, "macro-edge: A reason is missing. Say in one line");
        assertFails(
                "release deny " + RELEASE,
                2,
                "macro-edge: unknown command deny. `macro-edge --help` lists all commands");
        assertFails(
                "release reopen us-nonfarm-payrolls@2021-08-06 --reason x",
                1,
                "macro-edge: Release us-nonfarm-payrolls@2021-08-06 has no verdict to take back");
    }

    private static HttpResponse<String> post(Server server, String release, String body) throws Exception {
        return SampleHome.send(
                HttpRequest.newBuilder(server.address().resolve("/api/v1/releases/" + release + "/statements"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String detail) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Json.mapper().readTree(answer.body()).path("detail").asString())
                .startsWith(detail);
    }

    private static JsonNode verdict(String releases) {
        JsonNode items = Json.mapper().readTree(releases).path("items");
        return items.get(items.size() - 1).path("verdict");
    }

    private void assertFails(String command, int status, String message) {
        CommandLineRunner.Ended ended = home.run(command);
        assertThat(ended.status()).as("%s: %s", command, ended.errors()).isEqualTo(status);
        assertThat(ended.errors().lines().filter(line -> line.startsWith("macro-edge: ")))
                .singleElement()
                .asString()
                .startsWith(message);
        assertThat(ended.out()).as(command).isEmpty();
    }

    private String run(String command) {
        CommandLineRunner.Ended ended = home.run(command);
        assertThat(ended.status()).as("%s: %s", command, ended.errors()).isZero();
        return ended.out();
    }

    private static String lastLine(String text) {
        return text.lines().reduce((first, last) -> last).orElseThrow();
    }
}
