package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// Which parameters, parts and fields a request may have, and which values; the same holds for options of a command.
class ServedParametersTest {

    @TempDir
    static Path folder;

    private static SampleHome home;
    private static Server server;

    @BeforeAll
    static void serve() {
        home = new SampleHome(folder);
        server = home.serve();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aHistoryMayStartLongBeforeTheFirstReleaseAndDoesNotGrow() throws Exception {
        JsonNode whole = answer("bias/EURUSD/history?from=1900-01-01T00:00:00Z&to=2099-12-31T23:59:59Z");

        assertThat(whole.path("from").asString()).isEqualTo("1900-01-01T00:00:00Z");
        assertThat(whole.path("points").get(0).path("asOf").asString()).startsWith("2014-");
        assertThat(whole.path("points").size()).isBetween(2_000, 2_100);
        assertThat(answer("bias/EURUSD/history?from=2014-01-01T00:00:00Z").path("points"))
                .isEqualTo(whole.path("points"));
        assertProblem(
                "bias/EURUSD/history?from=-999999999-01-01T00:00:00Z",
                "invalid-instant",
                "from \"-999999999-01-01T00:00:00Z\" is outside the years 1900 to 2099");
    }

    @Test
    void aPeriodThatEndsBeforeItStartsIsRejected() throws Exception {
        String period = "from=2021-09-03T00:00:01Z&to=2021-09-03T00:00:00Z";
        String fault = "The period starts at 2021-09-03T00:00:01Z, after its end at 2021-09-03T00:00:00Z";
        assertProblem("bias/EURUSD/history?" + period, "invalid-instant", fault);
        assertProblem("exports/bias?" + period, "invalid-instant", fault);
        assertProblem("calendar?" + period, "invalid-instant", fault);
        assertProblem("exports/releases?from=2021-09-03T00:00:01Z&asOf=2021-09-03T00:00:00Z", "invalid-instant", fault);
        assertProblem(
                "bias/EURUSD/history?from=2022-02-01T00:00:00Z&asOf=2021-09-03T00:00:00Z",
                "invalid-instant",
                "after its end at 2021-09-03T00:00:00Z");
    }

    @Test
    void oneEndOfACalendarIsEnough() throws Exception {
        JsonNode later = answer("calendar?asOf=2021-09-03T20:00:00Z&from=2021-11-01T00:00:00Z");
        assertThat(later.path("to").asString()).isEqualTo("2021-11-08T00:00:00Z");
        JsonNode earlier = answer("calendar?asOf=2021-09-03T20:00:00Z&to=2021-08-08T00:00:00Z");
        assertThat(earlier.path("from").asString()).isEqualTo("2021-08-01T00:00:00Z");
    }

    /// In Java, a dollar sign of a pattern stands before a line end too; in the description of the API it does not.
    @Test
    void aLineEndBehindAValueIsNoPartOfItsForm() throws Exception {
        assertProblem("prices/EURUSD?source=yahoo%0A", "invalid-request", "Invalid value for source");
    }

    @Test
    void anUnknownParameterIsRejectedWithTheNearestKnownOne() throws Exception {
        assertProblem(
                "bias/summary?asof=2021-09-03T12:30:00Z",
                "invalid-request",
                "Parameter \"asof\" does not exist here. Did you mean asOf? The parameters are asOf, recordedAt,"
                        + " weightSet");
        assertProblem("heatmap?weightset=equal", "invalid-request", "Did you mean weightSet?");
        assertProblem("calendar?weightSet=equal", "invalid-request", "Parameter \"weightSet\" does not exist here");
        assertProblem("imports/quarantine?batches=1", "invalid-request", "Did you mean batch?");
        assertProblem("imports?limit=1", "invalid-request", "This address has no parameters");
        assertProblem("exports/surprises?%1b=1", "invalid-request", "Parameter \"\\u001b\" does not exist here");
    }

    @Test
    void anEmptyParameterIsNotTakenForItsDefault() throws Exception {
        assertProblem("bias/summary?asOf=", "invalid-instant", "Parameter asOf is empty");
        assertProblem("heatmap?weightSet=", "invalid-request", "Parameter weightSet is empty");
        assertProblem("calendar?importance", "invalid-request", "Parameter importance is empty");
        assertProblem("bias/EURUSD/history?at=", "invalid-request", "Parameter at is empty");
    }

    @Test
    void numbersAndSwitchesAreReadAsTheyAreWritten() throws Exception {
        for (String number : new String[] {"0x2", "%202", "+2", "2.0", "1e0", "%D9%A2", "02", "99999999999999999999"}) {
            assertProblem("calendar?importance=" + number, "invalid-request", "Invalid value for importance: ");
        }
        assertThat(post("imports?profile=" + "a".repeat(5_000), "multipart/form-data; boundary=b", FILE))
                .contains("The value of profile is longer than 4,096 characters");
        assertProblem("imports/quarantine?batch=0", "invalid-request", "Invalid value for batch: \"0\"");
        assertThat(post("imports?profile=macro-edge&dryRun=yes", "multipart/form-data; boundary=b", FILE))
                .contains("Invalid value for dryRun: \\\"yes\\\"");
    }

    private static final String FILE =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nx\r\n--b--\r\n";

    @Test
    void anUnknownPartIsRejected() throws Exception {
        assertThat(post(
                        "imports?profile=macro-edge",
                        "multipart/form-data; boundary=b",
                        FILE.replace("\"file\"", "\"files\"")))
                .contains("Parameter \\\"files\\\" does not exist here. Did you mean file?");
    }

    @Test
    void aFieldThatAStatementDoesNotHaveIsRejected() throws Exception {
        String path = "releases/us-nonfarm-payrolls@2021-09-03/statements";
        assertThat(statement(path, "{\"statement\":\"doubt\",\"reason\":\"typo\",\"raeson\":1}"))
                .contains("Field \\\"raeson\\\" does not exist. The fields are statement, reason");
        assertThat(statement(path, "{\"statement\":\"doubt\"}")).contains("A reason is missing");
        assertThat(statement(path, "{\"statement\":\"doubt\",\"reason\":null}")).contains("A reason is missing");
        assertThat(statement(path, "{\"statement\":\"doubt\",\"reason\":5}"))
                .contains("Field reason has a value of another type");
        assertThat(statement(path, "{\"statement\":\"doubt\",\"reason\":\"a\",\"reason\":\"b\"}"))
                .contains("Field reason appears twice");
        assertThat(statement(path, "{\"statement\":\"doubt\",\"reason\":\"a\"} {}"))
                .contains("The body is not valid JSON");
        assertThat(statement(path, "[]"))
                .contains("The body is not a JSON object. Send one JSON object with the fields statement, reason");
        assertThat(statement(path, "{\"statement\":\"doubt\",\"reason\":\"" + "a".repeat(100_000) + "\"}"))
                .contains("The body is longer than");
        assertThat(statement(path, ""))
                .contains("The body is not valid JSON. Send one JSON object with the fields statement, reason");
        assertThat(statement(path, "{\"statement\":\"doubt\",\"reason\":4515E5498046875}"))
                .contains("The body is not valid JSON");
    }

    @Test
    void aRecordTimeInTheFutureIsRejectedByServerAndCommand() throws Exception {
        assertProblem(
                "instruments?recordedAt=2022-02-01T08:30:01Z",
                "invalid-instant",
                "The record time 2022-02-01T08:30:01Z is in the future");
        CommandLineRunner.Ended ended = home.run("bias --recorded-at 2022-02-01T08:30:01Z");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.errors()).contains("macro-edge: The record time 2022-02-01T08:30:01Z is in the future");
    }

    @Test
    void anOptionThatTheServerCannotHonourIsRejected() {
        for (String command : new String[] {"bias", "export surprises", "import list", "release reopen x --reason y"}) {
            CommandLineRunner.Ended ended = home.run(command + " --catalogue ../catalogue");
            assertThat(ended.status()).as(command).isEqualTo(2);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.errors())
                    .startsWith("macro-edge: --catalogue cannot be used while a server runs on this home: it answers by"
                            + " its own catalogue. Leave the option out, or stop the server at http://127.0.0.1:");
        }
    }

    private static JsonNode answer(String path) throws Exception {
        HttpResponse<String> answer = SampleHome.get(server, "/api/v1/" + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body());
    }

    private static void assertProblem(String path, String code, String detail) throws Exception {
        HttpResponse<String> answer = SampleHome.get(server, "/api/v1/" + path);
        assertThat(answer.statusCode()).as(path).isEqualTo(400);
        JsonNode problem = Json.mapper().readTree(answer.body());
        assertThat(problem.path("type").asString()).as(path).isEqualTo("urn:macro-edge:problem:" + code);
        assertThat(problem.path("detail").asString()).as(path).contains(detail);
    }

    private static String statement(String path, String body) throws Exception {
        return post(path, "application/json", body);
    }

    private static String post(String path, String type, String body) throws Exception {
        return SampleHome.send(HttpRequest.newBuilder(server.address().resolve("/api/v1/" + path))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .body();
    }
}
