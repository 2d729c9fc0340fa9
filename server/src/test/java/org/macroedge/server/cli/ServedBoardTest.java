package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// The answer of the first page, and the causes of the summary: they have the numbers of the answers that they stand
/// for.
class ServedBoardTest {

    private static final String AS_OF = "2021-09-03T13:00:00Z";

    @TempDir
    static Path folder;

    private static Server server;

    @BeforeAll
    static void serve() {
        server = new SampleHome(folder).serve();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?asOf=" + AS_OF,
                "?asOf=" + AS_OF + "&weightSet=equal",
                "?asOf=2013-01-01T00:00:00Z",
                "?recordedAt=2022-02-01T08:30:00Z"
            })
    void theSummaryOfTheBoardIsThatOfItsOwnAnswer(String query) throws Exception {
        assertThat(answer("board" + query).path("summary")).isEqualTo(answer("bias/summary" + query));
    }

    @Test
    void theCalendarOfTheBoardIsThatOfTheInstantOfTheSummary() throws Exception {
        assertThat(answer("board?asOf=" + AS_OF).path("calendar")).isEqualTo(answer("calendar?asOf=" + AS_OF));

        JsonNode now = answer("board");
        JsonNode alone =
                answer("calendar?asOf=" + now.path("summary").path("asOf").asString());
        assertThat(now.path("calendar").path("items")).isEqualTo(alone.path("items"));
        assertThat(now.path("calendar").path("completeness")).isEqualTo(alone.path("completeness"));
        assertThat(now.path("calendar").path("stale"))
                .isEqualTo(now.path("summary").path("stale"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asOf=2021-09-03T12:29:59Z",
                "asOf=" + AS_OF,
                "asOf=" + AS_OF + "&weightSet=equal",
                "asOf=2013-01-01T00:00:00Z",
                "asOf=" + AS_OF + "&recordedAt=2022-02-01T08:30:00Z"
            })
    void theNextFlipsOfTheBoardAreThoseOfTheFlipsOfAWeek(String query) throws Exception {
        JsonNode flips = answer("board?" + query).path("flips");
        JsonNode alone = answer("flips?within=7d&" + query);

        assertThat(flips.path("items")).isEqualTo(alone.path("items")).hasSize(29);
        assertThat(flips.path("until")).isEqualTo(alone.path("until"));
        assertThat(flips.path("leastSurprises")).isEqualTo(alone.path("leastSurprises"));
    }

    @Test
    void theNextFlipsStateByHowManySurprisesTheirProbabilityIsKnown() throws Exception {
        JsonNode alone = answer("flips?within=7d&asOf=" + AS_OF);
        List<JsonNode> named = answer("board?asOf=" + AS_OF)
                .path("flips")
                .path("items")
                .valueStream()
                .map(item -> item.path("next"))
                .filter(next -> !next.isNull())
                .toList();

        assertThat(named)
                .isNotEmpty()
                .allSatisfy(next -> assertThat(next.path("pastSurprises"))
                        .isEqualTo(alone.path("releases")
                                .valueStream()
                                .filter(release -> release.path("indicator")
                                        .equals(next.path("release").path("indicator")))
                                .findFirst()
                                .orElseThrow()
                                .path("pastSurprises")));
    }

    @Test
    void theClosesAreThoseOfTheHistoryOfNinetyDays() throws Exception {
        JsonNode recent = answer("board?asOf=" + AS_OF).path("recent");
        for (JsonNode item : recent.path("items")) {
            JsonNode points = answer("bias/" + item.path("instrument").asString() + "/history?from=2021-06-05T13:00:00Z"
                            + "&asOf=" + AS_OF)
                    .path("points");

            assertThat(item.path("scores").values())
                    .as(item.path("instrument").asString())
                    .isEqualTo(points.findValues("score"));
            assertThat(recent.path("closes").values()).isEqualTo(points.findValues("asOf"));
        }
        assertThat(recent.path("items")).hasSize(29);
    }

    @Test
    void theLabelOfTheDayBeforeIsThatOfTheSummaryOfThatInstant() throws Exception {
        JsonNode now = answer("bias/summary?asOf=" + AS_OF).path("items");
        JsonNode dayBefore = answer("bias/summary?asOf=2021-09-02T13:00:00Z").path("items");

        for (int index = 0; index < now.size(); index++) {
            assertThat(now.path(index).path("change").path("labelDayBefore"))
                    .as(now.path(index).path("instrument").asString())
                    .isEqualTo(dayBefore.path(index).path("label"));
        }
        assertThat(now.valueStream()
                        .filter(item ->
                                !item.path("change").path("labelDayBefore").equals(item.path("label"))))
                .isNotEmpty();
    }

    @Test
    void aMoveIsTheDifferenceBetweenTheSummariesBeforeAndAtItsInstant() throws Exception {
        JsonNode payrolls = answer("bias/summary?asOf=" + AS_OF)
                .path("causes")
                .valueStream()
                .filter(cause -> cause.path("releasedAt").asString().equals("2021-09-03T12:30:00Z"))
                .findFirst()
                .orElseThrow();
        Map<JsonNode, JsonNode> before = byInstrument("2021-09-03T12:29:59Z");
        Map<JsonNode, JsonNode> after = byInstrument("2021-09-03T12:30:00Z");

        assertThat(payrolls.path("moves").values()).isNotEmpty().allSatisfy(move -> {
            JsonNode instrument = move.path("instrument");
            assertThat(move.path("before")).isEqualTo(before.get(instrument).path("score"));
            assertThat(move.path("labelBefore"))
                    .isEqualTo(before.get(instrument).path("label"));
            assertThat(move.path("after")).isEqualTo(after.get(instrument).path("score"));
            assertThat(move.path("labelAfter")).isEqualTo(after.get(instrument).path("label"));
        });
    }

    private static Map<JsonNode, JsonNode> byInstrument(String asOf) throws Exception {
        Map<JsonNode, JsonNode> items = new HashMap<>();
        answer("bias/summary?asOf=" + asOf).path("items").forEach(item -> items.put(item.path("instrument"), item));
        return items;
    }

    /// The day of an answer begins after the same instant of the day before.
    @ParameterizedTest
    @ValueSource(strings = {AS_OF, "2021-09-03T12:30:00Z"})
    void theCausesAreTheReleaseInstantsOfADayThatMovedAScoreMost(String asOf) throws Exception {
        Instant end = Instant.parse(asOf);
        Instant start = end.minus(1, ChronoUnit.DAYS).plusSeconds(1);
        Map<Double, String> instants = new TreeMap<>(Comparator.reverseOrder());
        for (JsonNode item : answer("calendar?asOf=" + asOf + "&from=" + start + "&to=" + asOf)
                .path("items")) {
            String releasedAt = item.path("releasedAt").asString();
            if (!item.path("actual").isNull()) {
                instants.put(largestMove(Instant.parse(releasedAt)), releasedAt);
            }
        }

        assertThat(answer("bias/summary?asOf=" + asOf)
                        .path("causes")
                        .valueStream()
                        .map(cause -> cause.path("releasedAt").asString()))
                .containsExactlyElementsOf(instants.values().stream().limit(4).toList());
    }

    private static double largestMove(Instant instant) throws Exception {
        Map<JsonNode, JsonNode> before = byInstrument(instant.minusSeconds(1).toString());
        return byInstrument(instant.toString()).values().stream()
                .mapToDouble(item -> Math.abs(item.path("score").asDouble()
                        - before.get(item.path("instrument")).path("score").asDouble()))
                .max()
                .orElseThrow();
    }

    @Test
    void ofSeveralReleasesTheOneThatAddsMostToTheBiasesComesFirst() throws Exception {
        JsonNode payrolls = answer("bias/summary?asOf=2021-09-03T12:30:00Z")
                .path("causes")
                .valueStream()
                .filter(cause -> cause.path("releasedAt").asString().equals("2021-09-03T12:30:00Z"))
                .findFirst()
                .orElseThrow();
        Map<String, Double> added = new HashMap<>();
        for (JsonNode item : answer("bias/summary?asOf=" + AS_OF).path("items")) {
            answer("bias/" + item.path("instrument").asString() + "/explanation?asOf=2021-09-03T12:30:00Z")
                    .path("contributions")
                    .forEach(part -> added.merge(
                            part.path("releaseId").asString(),
                            Math.abs(part.path("contribution").asDouble()),
                            Double::sum));
        }

        List<String> releases = payrolls.path("releases")
                .valueStream()
                .map(release -> release.path("releaseId").asString())
                .toList();
        assertThat(releases).first().isEqualTo("us-nonfarm-payrolls@2021-09-03");
        assertThat(releases.stream().map(release -> added.getOrDefault(release, 0.0)))
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(releases).hasSizeGreaterThan(2);
    }

    @Test
    void beforeTheFirstReleaseThereIsNeitherCloseNorCause() throws Exception {
        JsonNode board = answer("board?asOf=2013-01-01T00:00:00Z");

        assertThat(board.path("recent").path("closes")).isEmpty();
        assertThat(board.path("summary").path("causes")).isEmpty();
        assertThat(board.path("recent").path("items")).hasSize(29);
    }

    @Test
    void aScoreIsNullAtACloseBeforeItsHistoryBegins() throws Exception {
        JsonNode items =
                answer("board?asOf=2014-03-01T00:00:00Z").path("recent").path("items");

        assertThat(items.valueStream().flatMap(item -> item.path("scores").valueStream()))
                .anyMatch(JsonNode::isNull)
                .anyMatch(JsonNode::isNumber);
    }

    @Test
    void anImportChangesTheTagOfTheBoard() throws Exception {
        String before = SampleHome.get(server, "/api/v1/board?asOf=2022-01-31T00:00:00Z")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        String imported = SampleHome.postPayrollsOfJanuary2022(server, false).body();

        String path = "/api/v1/board?asOf=2022-01-31T00:00:00Z";
        assertThat(SampleHome.get(server, path, "If-None-Match", before).statusCode())
                .isEqualTo(200);
        SampleHome.undo(server, imported);
        assertThat(SampleHome.get(server, path, "If-None-Match", before).statusCode())
                .isEqualTo(304);
    }

    @Test
    void theServerNamesTheLayoutsOfCalendarFiles() throws Exception {
        assertThat(answer("imports/profiles").path("names").valueStream().map(JsonNode::asString))
                .contains("forexfactory-archive", "macro-edge")
                .isSorted();
    }

    private static JsonNode answer(String path) throws Exception {
        return Json.mapper().readTree(SampleHome.get(server, "/api/v1/" + path).body());
    }
}
