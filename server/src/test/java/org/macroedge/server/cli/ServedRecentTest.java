package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// What the board draws beside the summary: it has the numbers of the answers that it stands for.
class ServedRecentTest {

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

    @Test
    void theClosesAreThoseOfTheHistoryOfNinetyDays() throws Exception {
        JsonNode recent = answer("bias/recent?asOf=" + AS_OF);
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
    void anEffectIsTheDifferenceBetweenTheSummariesBeforeAndAtItsInstant() throws Exception {
        List<JsonNode> effects = answer("bias/recent?asOf=" + AS_OF)
                .path("effects")
                .valueStream()
                .toList();
        JsonNode payrolls = effects.stream()
                .filter(effect -> effect.path("releasedAt").asString().equals("2021-09-03T12:30:00Z"))
                .findFirst()
                .orElseThrow();
        JsonNode before = answer("bias/summary?asOf=2021-09-03T12:29:59Z").path("items");
        JsonNode after = answer("bias/summary?asOf=2021-09-03T12:30:00Z").path("items");

        for (int index = 0; index < after.size(); index++) {
            JsonNode move = payrolls.path("items").path(index);
            assertThat(move.path("instrument")).isEqualTo(after.path(index).path("instrument"));
            assertThat(move.path("before")).isEqualTo(before.path(index).path("score"));
            assertThat(move.path("labelBefore")).isEqualTo(before.path(index).path("label"));
            assertThat(move.path("after")).isEqualTo(after.path(index).path("score"));
            assertThat(move.path("labelAfter")).isEqualTo(after.path(index).path("label"));
        }
    }

    @Test
    void theEffectsAreThoseOfTheReleasesAfterTheSameInstantOfTheDayBefore() throws Exception {
        List<Instant> effects = answer("bias/recent?asOf=2021-09-03T12:30:00Z")
                .path("effects")
                .valueStream()
                .map(effect -> Instant.parse(effect.path("releasedAt").asString()))
                .toList();

        assertThat(effects)
                .contains(Instant.parse("2021-09-03T12:30:00Z"))
                .doesNotContain(Instant.parse("2021-09-02T12:30:00Z"))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void theCausesOfTheSummaryAreTheInstantsThatMovedAScoreMost() throws Exception {
        List<JsonNode> causes = answer("bias/summary?asOf=" + AS_OF)
                .path("causes")
                .valueStream()
                .toList();
        Map<Double, String> instants = new TreeMap<>(Comparator.reverseOrder());
        answer("bias/recent?asOf=" + AS_OF)
                .path("effects")
                .forEach(effect ->
                        instants.put(largest(effect), effect.path("releasedAt").asString()));

        assertThat(causes.stream().map(cause -> cause.path("releasedAt").asString()))
                .containsExactlyElementsOf(instants.values().stream().limit(4).toList());
        assertThat(causes)
                .allSatisfy(cause -> assertThat(cause.path("moves").values()).hasSizeBetween(1, 5));
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

    private static double largest(JsonNode effect) {
        return effect.path("items")
                .valueStream()
                .mapToDouble(move -> Math.abs(
                        move.path("after").asDouble() - move.path("before").asDouble()))
                .max()
                .orElseThrow();
    }

    @Test
    void beforeTheFirstReleaseThereIsNeitherCloseNorEffect() throws Exception {
        JsonNode recent = answer("bias/recent?asOf=2013-01-01T00:00:00Z");

        assertThat(recent.path("closes")).isEmpty();
        assertThat(recent.path("effects")).isEmpty();
        assertThat(answer("bias/summary?asOf=2013-01-01T00:00:00Z").path("causes"))
                .isEmpty();
        assertThat(recent.path("items")).hasSize(29);
    }

    @Test
    void aScoreIsNullAtACloseBeforeItsHistoryBegins() throws Exception {
        JsonNode items = answer("bias/recent?asOf=2014-03-01T00:00:00Z").path("items");

        assertThat(items.valueStream().flatMap(item -> item.path("scores").valueStream()))
                .anyMatch(JsonNode::isNull)
                .anyMatch(JsonNode::isNumber);
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
