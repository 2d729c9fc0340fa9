package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.reference.RestPage;
import org.macroedge.server.reference.WrittenPage;
import tools.jackson.databind.JsonNode;

/// What clients of the API rely on beside the shapes: ETags, problems, and the description.
class RestContractsTest {

    private static final String AS_OF = "?asOf=2021-09-03T12:30:00Z";

    @TempDir
    static Path folder;

    private static Server server;
    private static JsonNode description;

    @BeforeAll
    static void serve() throws Exception {
        server = new SampleHome(folder).serve();
        description =
                Json.mapper().readTree(SampleHome.get(server, "/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /// The page's types are generated from it: `npm run schema`.
    @Test
    void theDescriptionThatThePageKeepsIsCurrent() throws Exception {
        Path kept = Path.of("../ui/openapi.json");
        if (Boolean.getBoolean("macro-edge.write")) {
            Files.writeString(kept, description.toPrettyString() + "\n");
        }
        assertThat(Json.mapper().readTree(Files.readString(kept)))
                .as("ui/openapi.json; run this test with -Dmacro-edge.write=true, then `npm run schema` in ui")
                .isEqualTo(description);
    }

    @Test
    void anAnswerOfARunIsTaggedWithItsRunItsStalenessAndTheSample() throws Exception {
        for (String path :
                List.of("bias/summary", "bias/EURUSD", "bias/EURUSD/explanation", "bias/EURUSD/history", "heatmap")) {
            String fresh = runOf(path + AS_OF);
            assertThat(tag(path + AS_OF)).as(path).isEqualTo("\"" + fresh + ".01.4.json\"");
            assertThat(tag(path)).as("%s, now", path).isEqualTo("\"" + runOf(path) + ".11.4.json\"");
            assertThat(tag(path + AS_OF + "&weightSet=equal")).as(path).doesNotContain(fresh);
        }
    }

    @Test
    void everyReadIsAnsweredBy304ToWhomHasItAlready() throws Exception {
        for (String path : List.of(
                "bias/summary",
                "board",
                "board" + AS_OF,
                "bias/EURUSD" + AS_OF,
                "bias/EURUSD/explanation",
                "bias/EURUSD/history?at=release&from=2021-12-01T00:00:00Z",
                "heatmap" + AS_OF,
                "calendar" + AS_OF,
                "completeness" + AS_OF,
                "consensus",
                "correlation" + AS_OF,
                "indicators",
                "indicators/us-nonfarm-payrolls/releases",
                "indicators/us-nonfarm-payrolls/revisions" + AS_OF,
                "instruments",
                "weight-sets",
                "releases/us-nonfarm-payrolls@2021-09-03",
                "indices" + AS_OF,
                "indices/USD" + AS_OF,
                "indices/EMU-growth/history?at=release&from=2021-12-01T00:00:00Z",
                "regimes",
                "regimes/US/history",
                "imports",
                "imports/quarantine",
                "exports/releases?from=2021-12-01T00:00:00Z",
                "exports/surprises" + AS_OF,
                "exports/bias" + AS_OF,
                "exports/indices?index=US",
                "prices",
                "prices/EURUSD",
                "exports/prices")) {
            HttpResponse<String> first = get(path);
            String tag = first.headers().firstValue("ETag").orElseThrow();
            assertThat(first.statusCode()).as(path).isEqualTo(200);
            assertThat(first.headers().firstValue("Cache-Control")).as(path).hasValue("no-cache");

            HttpResponse<String> again = get(path, "If-None-Match", "\"older\", W/" + tag);
            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).as(path).isEmpty();
            assertThat(again.headers().firstValue("ETag")).as(path).hasValue(tag);
            assertThat(again.headers().firstValue("Cache-Control")).as(path).hasValue("no-cache");

            HttpResponse<String> other = get(path, "If-None-Match", "\"older\"");
            assertThat(other.body()).as(path).isEqualTo(first.body());
        }
    }

    @Test
    void anImportChangesTheTagsOfWhatItTouches() throws Exception {
        String path = "/api/v1/bias/SPX?asOf=2022-01-31T00:00:00Z";
        String before =
                SampleHome.get(server, path).headers().firstValue("ETag").orElseThrow();
        String listed = tag("imports");

        String imported = SampleHome.postPayrollsOfJanuary2022(server, false).body();

        HttpResponse<String> after = SampleHome.get(server, path, "If-None-Match", before);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.headers().firstValue("ETag").orElseThrow())
                .isNotEqualTo(before)
                .endsWith(".00.4.json\"");
        assertThat(tag("imports")).isNotEqualTo(listed);
        SampleHome.undo(server, imported);
        assertThat(SampleHome.get(server, path, "If-None-Match", before).statusCode())
                .isEqualTo(304);
    }

    @Test
    void anExportIsAFileTaggedWithItsRunWhereOneDeterminesIt() throws Exception {
        HttpResponse<String> bias = get("exports/bias" + AS_OF);
        assertThat(bias.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"bias.csv\"");
        assertThat(bias.headers().firstValue("ETag"))
                .hasValue("\"" + runOf("bias/EURUSD/history" + AS_OF) + ".01.4.csv\"");
        assertThat(tag("exports/releases")).matches("\"[0-9a-f]{32}\"").isNotEqualTo(tag("exports/surprises"));

        String surprises = tag("exports/surprises");
        String imported = SampleHome.postPayrollsOfJanuary2022(server, false).body();
        assertThat(tag("exports/surprises")).isNotEqualTo(surprises);
        SampleHome.undo(server, imported);
        assertThat(tag("exports/surprises")).isEqualTo(surprises);
    }

    @Test
    void aParameterGivenTwiceIsRejectedByNameAndNoneOfItsValuesIgnored() throws Exception {
        for (String name : List.of("asOf", "recordedAt", "weightSet", "from", "to", "at")) {
            HttpResponse<String> refused = get("bias/EURUSD/history?" + name + "=a&" + name + "=b");
            assertThat(refused.statusCode()).as(name).isEqualTo(400);
            assertThat(refused.body())
                    .contains("urn:macro-edge:problem:invalid-")
                    .contains("Parameter " + name + " appears 2 times. Use it once");
        }
    }

    @Test
    void healthShowsWhichCatalogueIsInForce() throws Exception {
        JsonNode catalogue = Json.mapper()
                .readTree(SampleHome.get(server, "/actuator/health").body())
                .path("components")
                .path("catalogue")
                .path("details");
        assertThat(catalogue.path("hash").asString()).matches("[0-9a-f]{64}");
        assertThat(catalogue.path("inForce")).isEqualTo(catalogue.path("hash"));
        assertThat(catalogue.path("faults").isEmpty()).isTrue();
    }

    @Test
    void problemsHaveATypeAndSayWhatIsWrong() throws Exception {
        assertProblem("bias/EURSUD", 404, "unknown-instrument", "Did you mean EURUSD?");
        assertProblem("bias/summary?asOf=2030-01-01T00:00:00Z", 400, "as-of-in-future", "is in the future");
        assertProblem("instruments?asOf=x", 400, "invalid-instant", "asOf \"x\" is not a valid time");
        assertProblem("heatmap?weightSet=x", 404, "unknown-weight-set", "Existing weight sets: default, equal");
        assertProblem(
                "bias/EURUSD/history?at=noon",
                400,
                "invalid-request",
                "Invalid value for at: \"noon\". Allowed values: close, release");
        assertProblem(
                "calendar?region=UK", 400, "invalid-request", "Invalid value for region: \"UK\". Allowed values: US, ");
        assertProblem("calendar?importance=high", 400, "invalid-request", "Invalid value for importance: \"high\"");
        assertProblem(
                "calendar?importance=4", 400, "invalid-request", "Invalid value for importance: \"4\". Allowed values");
        assertProblem("calendar?asOf=2021-09-03T12:30:00Z&asOf=", 400, "invalid-instant", "appears 2 times");
        assertProblem("exports/bias?weightSet=x", 404, "unknown-weight-set", "Existing weight sets: default, equal");
        assertProblem(
                "exports/bias?at=noon",
                400,
                "invalid-request",
                "Invalid value for at: \"noon\". Allowed values: close, release");
        assertProblem("exports/surprises?asOf=2030-01-01T00:00:00Z", 400, "as-of-in-future", "is in the future");
        assertProblem("exports/releases?from=x", 400, "invalid-instant", "from \"x\" is not a valid time");
        assertProblem("exports/weights", 404, "not-found", "Nothing exists at /api/v1/exports/weights");
        assertProblem("nonsense", 404, "not-found", "Nothing exists at /api/v1/nonsense");
        assertProblem("imports/1/undo", 405, "method-not-allowed", "Method GET is not allowed here. Allowed: POST");
    }

    @Test
    void aProfileAtFaultIsNamedWithFileAndLine() throws Exception {
        Files.createDirectories(folder.resolve("profiles"));
        Files.writeString(folder.resolve("profiles").resolve("mine.yaml"), "source: mine\nfile: 7\n");

        HttpResponse<String> answer = SampleHome.postPayrollsOfJanuary2022(server, "mine", true);

        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode problem = Json.mapper().readTree(answer.body());
        assertThat(problem.path("type").asString()).isEqualTo("urn:macro-edge:problem:profile-fault");
        assertThat(problem.path("detail").asString()).contains("mine.yaml:2");
    }

    @Test
    void theReferenceListsEveryOperationAndShape() throws Exception {
        WrittenPage.assertUpToDate("rest.md", RestPage.of(description));
    }

    private static void assertProblem(String path, int status, String name, String detail) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).as(path).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Cache-Control")).as(path).hasValue("no-cache");
        JsonNode problem = Json.mapper().readTree(answer.body());
        assertThat(problem.path("type").asString()).as(path).isEqualTo("urn:macro-edge:problem:" + name);
        assertThat(problem.path("status").asInt()).as(path).isEqualTo(status);
        assertThat(problem.path("title").asString()).as(path).isNotEmpty();
        assertThat(problem.path("detail").asString()).as(path).contains(detail);
        assertThat(problem.path("instance").asString()).as(path).startsWith("/api/v1/");
    }

    @Test
    void aRequestOfAForeignPageIsRefusedWithAProblem() throws Exception {
        HttpResponse<String> answer = get("instruments", "Origin", "http://evil.example");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .isEqualTo("{\"detail\":\"This server accepts requests only from its own page and from programs on this"
                        + " machine. Open it at http://127.0.0.1 with its port\",\"instance\":\"/api/v1/instruments\","
                        + "\"status\":403,\"title\":\"Request refused: foreign origin\","
                        + "\"type\":\"urn:macro-edge:problem:forbidden-origin\"}\n");
    }

    @Test
    void anExportSaysItsProblemsInJsonAlsoToWhomWantsCsvAlone() throws Exception {
        HttpResponse<String> answer = get("exports/bias?weightSet=x", "Accept", "text/csv");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        return SampleHome.get(server, "/api/v1/" + path, headers);
    }

    private static String tag(String path) throws Exception {
        return get(path).headers().firstValue("ETag").orElseThrow();
    }

    private static String runOf(String path) throws Exception {
        return Json.mapper().readTree(get(path).body()).path("runId").asString();
    }
}
