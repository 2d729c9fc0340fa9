package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// Surprise indices on the sample, by command and over HTTP.
class ServedIndicesTest {

    private static final String AS_OF = "2021-09-03T20:00:00Z";
    private static final String LATER = "2022-02-01T08:30:00Z";
    private static final int INDICES = 42;
    private static final Map<String, String> READS = reads();

    private static final String EXPORT = "export indices --index usd --from 2021-08-30T00:00:00Z --as-of " + AS_OF;

    @TempDir
    static Path folder;

    /// What the commands answered before a server ran.
    private static final Map<String, String> ALONE = new LinkedHashMap<>();

    private static Server server;

    private static Map<String, String> reads() {
        Map<String, String> reads = new LinkedHashMap<>();
        reads.put("index --as-of " + AS_OF, "indices?asOf=" + AS_OF);
        reads.put("index --recorded-at " + LATER, "indices?recordedAt=" + LATER);
        reads.put("index eur/inflation --as-of " + AS_OF, "indices/EMU-inflation?asOf=" + AS_OF);
        reads.put("index IT-inflation --recorded-at " + LATER, "indices/it-inflation?recordedAt=" + LATER);
        reads.put("index US --at close", "indices/USD/history");
        reads.put(
                "index US-growth --change --from 2021-08-30 --to " + AS_OF,
                "indices/US-growth/change?from=2021-08-30T00:00:00Z&to=" + AS_OF);
        reads.put(
                "index US-growth --at release --from 2021-08-30T00:00:00Z --to " + AS_OF,
                "indices/us-growth/history?at=release&from=2021-08-30T00:00:00Z&to=" + AS_OF);
        return reads;
    }

    @BeforeAll
    static void start() {
        SampleHome home = new SampleHome(folder);
        home.load();
        READS.keySet().forEach(command -> ALONE.put(command, run(command + " --format json")));
        ALONE.put(EXPORT, run(EXPORT));
        server = home.serve();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void commandLineAndServerAnswerByteForByteTheSame() throws IOException, InterruptedException {
        for (Map.Entry<String, String> read : READS.entrySet()) {
            String served = get(read.getValue());
            assertThat(served).as(read.getValue()).isEqualTo(ALONE.get(read.getKey()));
            assertThat(run(read.getKey() + " --format json")).isEqualTo(served);
        }
        assertThat(get("exports/indices?index=US&from=2021-08-30T00:00:00Z&asOf=" + AS_OF))
                .isEqualTo(ALONE.get(EXPORT))
                .isEqualTo(run(EXPORT));
    }

    private static String get(String path) throws IOException, InterruptedException {
        return SampleHome.get(server, "/api/v1/" + path).body();
    }

    @Test
    void theContributionsOfEveryIndexAddUp() {
        for (JsonNode item : json("index --as-of " + AS_OF).path("items")) {
            JsonNode one = json("index " + item.path("index").stringValue() + " --as-of " + AS_OF);
            double sum = StreamSupport.stream(one.path("contributions").spliterator(), false)
                    .mapToDouble(
                            contribution -> contribution.path("contribution").doubleValue())
                    .sum();
            assertThat(one.path("z")).isEqualTo(item.path("z"));
            assertThat(item.path("z").doubleValue()).isCloseTo(sum, within(1e-12));
        }
    }

    @Test
    void theStepsOfEveryChangeAddUp() {
        for (JsonNode item : json("index --as-of " + AS_OF).path("items")) {
            JsonNode one =
                    json("index " + item.path("index").stringValue() + " --change --from 2020-01-01 --to " + AS_OF);
            double sum = StreamSupport.stream(one.path("steps").spliterator(), false)
                    .mapToDouble(step -> step.path("part").doubleValue())
                    .sum();
            assertThat(one.path("after")).isEqualTo(item.path("z"));
            assertThat(one.path("after").doubleValue() - one.path("before").doubleValue(0))
                    .as(item.path("index").stringValue())
                    .isCloseTo(sum, within(1e-9));
        }
    }

    @Test
    void anAliasIsAnsweredWithTheBytesOfItsBloc() {
        for (List<String> names : List.of(List.of("EUR", "EMU"), List.of("chf-growth", "CH-growth"))) {
            assertThat(run("index " + names.getFirst() + " --format json"))
                    .isEqualTo(run("index " + names.getLast() + " --format json"));
        }
        assertThat(json("index EA").path("z")).isNotEqualTo(json("index EMU").path("z"));
    }

    @Test
    void theMarginOfTheHeatMapIsTheIndexOfEachRegion() {
        Map<String, JsonNode> indices = new LinkedHashMap<>();
        json("index --as-of " + AS_OF)
                .path("items")
                .forEach(item -> indices.put(item.path("index").stringValue(), item));
        JsonNode totals = json("heatmap --as-of " + AS_OF).path("totals");

        assertThat(totals).hasSize(13);
        for (JsonNode total : totals) {
            JsonNode index = indices.get(total.path("region").stringValue());
            for (String field : List.of("z", "coverage", "live", "indicators", "reason")) {
                assertThat(total.path(field))
                        .as("%s %s", index.path("index"), field)
                        .isEqualTo(index.path(field));
            }
        }
        assertThat(run("heatmap --as-of " + AS_OF + " --format csv").lines().filter(row -> row.contains(",all,")))
                .hasSize(13);
        assertThat(run("heatmap --as-of " + AS_OF)).contains(" all\nUS ");
    }

    @Test
    void anIndexThatRestsOnOneIndicatorSaysSo() {
        assertThat(json("index IT-inflation").path("onlyIndicator").stringValue())
                .startsWith("it-");
        assertThat(run("index --as-of " + AS_OF).lines().filter(line -> line.startsWith("IT-inflation")))
                .singleElement()
                .asString()
                .contains("rests on it-", " alone");
        assertThat(run("index IT-inflation")).contains("Note: rests on it-");
        assertThat(json("index US").path("onlyIndicator").isNull()).isTrue();
    }

    @Test
    void aHistoryHasThePointsOfItsPeriodAndNoneOfLater() {
        String cut = run("index US --from 2021-08-30T00:00:00Z --as-of " + AS_OF + " --format csv");
        String whole = run("index US --from 2021-08-30T00:00:00Z --to " + AS_OF + " --format csv");

        assertThat(cut).isEqualTo(whole);
        assertThat(cut.lines()).hasSize(5).first().isEqualTo("index,as_of,z,coverage,reason");
        assertThat(run("index US --from 2014-01-01T00:00:00Z --to 2015-06-01T00:00:00Z"))
                .contains("thin coverage");
        assertThat(run("export indices --as-of " + AS_OF).lines())
                .hasSizeGreaterThan(INDICES * 250)
                .anyMatch(row -> row.startsWith("EMU-inflation,2021-09-02T22:00:00Z,"));
    }

    @Test
    void wrongUseIsNamed() {
        assertThat(new SampleHome(folder)
                        .run("index --from 2021-01-01T00:00:00Z")
                        .errors())
                .contains("INDEX is missing");
        assertThat(new SampleHome(folder).run("index UTOPIA").errors())
                .contains("Surprise index \"UTOPIA\" does not exist", "none has a similar id");
        assertThat(new SampleHome(folder)
                        .run("index US --from 2021-02-01T00:00:00Z --to 2021-01-01T00:00:00Z")
                        .status())
                .isEqualTo(2);
    }

    private static JsonNode json(String command) {
        return Json.mapper().readTree(run(command + " --format json"));
    }

    private static String run(String command) {
        CommandLineRunner.Ended ended = new SampleHome(folder).run(command);
        assertThat(ended.errors().lines().filter(line -> !line.startsWith("# ")))
                .isEmpty();
        assertThat(ended.status()).isZero();
        return ended.out();
    }
}
