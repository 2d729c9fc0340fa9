package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// Regimes on the sample, by command and over HTTP.
class ServedRegimesTest {

    private static final String AS_OF = "2021-09-03T20:00:00Z";
    private static final String LATER = "2022-02-01T08:30:00Z";

    private static final Map<String, String> READS = Map.of(
            "regime",
            "regimes",
            "regime --as-of " + AS_OF,
            "regimes?asOf=" + AS_OF,
            "regime --recorded-at " + LATER,
            "regimes?recordedAt=" + LATER,
            "regime us",
            "regimes/US/history",
            "regime UK --as-of " + AS_OF,
            "regimes/GB/history?asOf=" + AS_OF);

    @TempDir
    static Path folder;

    /// What the commands answered before a server ran.
    private static final Map<String, String> ALONE = new LinkedHashMap<>();

    private static Server server;

    @BeforeAll
    static void start() {
        SampleHome home = new SampleHome(folder);
        home.load();
        READS.keySet().forEach(command -> ALONE.put(command, run(command + " --format json")));
        server = home.serve();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String run(String command) {
        CommandLineRunner.Ended ended = new SampleHome(folder).run(command);
        assertThat(ended.status()).as(ended.errors()).isZero();
        return ended.out();
    }

    private static String get(String path) throws IOException, InterruptedException {
        return SampleHome.get(server, "/api/v1/" + path).body();
    }

    @Test
    void commandLineAndServerAnswerByteForByteTheSame() throws IOException, InterruptedException {
        for (Map.Entry<String, String> read : READS.entrySet()) {
            String served = get(read.getValue());
            assertThat(served).as(read.getValue()).isEqualTo(ALONE.get(read.getKey()));
            assertThat(run(read.getKey() + " --format json")).isEqualTo(served);
        }
    }

    @Test
    void everyRegionIsListedAndEndsWhereItsHistoryEnds() throws IOException, InterruptedException {
        List<JsonNode> items =
                list(Json.mapper().readTree(get("regimes?asOf=" + AS_OF)).path("items"));
        assertThat(items)
                .extracting(item -> item.path("region").stringValue())
                .containsExactly(
                        List.of(Region.values()).stream().map(Region::code).toArray(String[]::new));
        for (JsonNode item : items) {
            String region = item.path("region").stringValue();
            List<JsonNode> points = list(Json.mapper()
                    .readTree(get("regimes/" + region + "/history?asOf=" + AS_OF))
                    .path("points"));
            if (points.isEmpty()) {
                assertThat(item.path("latest").isNull()).as(region).isTrue();
                assertThat(list(item.path("growthMembers"))).as(region).isEmpty();
            } else {
                assertThat(points.getLast()).as(region).isEqualTo(item.path("latest"));
                assertThat(item.path("latest").path("monthEnd").stringValue()).isEqualTo("2021-08-31");
            }
        }
    }

    @Test
    void theSharesBehindACompositeAddUpToOne() throws IOException, InterruptedException {
        JsonNode us = Json.mapper()
                .readTree(get("regimes?asOf=" + AS_OF))
                .path("items")
                .path(0);
        for (String side : List.of("growth", "inflation")) {
            List<JsonNode> members = list(us.path(side + "Members"));
            assertThat(members).as(side).isNotEmpty();
            double shares = members.stream()
                    .mapToDouble(member -> member.path("share").doubleValue())
                    .sum();
            boolean present =
                    members.stream().anyMatch(member -> !member.path("momentum").isNull());
            assertThat(shares).as(side).isCloseTo(present ? 1 : 0, within(1e-12));
        }
    }

    @Test
    void anUnknownRegionIsRefusedWithTheRegionsThatThereAre() throws IOException, InterruptedException {
        assertThat(SampleHome.get(server, "/api/v1/regimes/XX/history").statusCode())
                .isEqualTo(400);
        assertThat(get("regimes/XX/history")).contains("XX", "region");
    }

    @Test
    void thePrintedTableNamesTheMonthEndTheQuadrantsAndTheStates() {
        assertThat(run("regime --as-of " + AS_OF))
                .contains("At the month-end of 2021-08-31.", "region", "quadrant", "P(up) is shown where")
                .matches("(?s).*\nUS +(goldilocks|reflation|stagflation|slowdown) +[0-9]+ .* (up|down) .* (up|down) .*")
                .doesNotContain(" 100%", " 0%");
        assertThat(run("regime US")).contains("US, at each month-end.", "Undetermined up to 201");
    }

    /// As the help shows it.
    @Test
    void theExampleOfTheHelpPrintsAQuadrant() {
        String help = run("regime --help");
        String example = help.lines()
                .filter(line -> line.contains("regime US --as-of"))
                .findFirst()
                .orElseThrow()
                .strip();
        assertThat(run(example.substring("macro-edge ".length())).lines())
                .filteredOn(line -> line.startsWith("2021-02-28"))
                .singleElement()
                .asString()
                .containsAnyOf("goldilocks", "reflation", "stagflation", "slowdown");
    }

    @Test
    void theCsvHasWhyAnAxisHasNoStateTheScoresAndWhetherTheOddsAreProbabilities() {
        List<String> lines =
                run("regime US --format csv --as-of " + AS_OF).lines().toList();
        List<String> names = List.of(lines.getFirst().split(","));
        assertThat(names).startsWith("region", "month_end", "quadrant", "dwell").endsWith("slowdown", "probability");
        assertThat(cell(names, lines.get(1), "growth_reason")).isEqualTo("too-few-data");
        String last = lines.getLast();
        assertThat(cell(names, last, "growth_reason")).isEmpty();
        assertThat(cell(names, last, "growth_scored_months")).isNotEqualTo("0");
        assertThat(Double.parseDouble(cell(names, last, "growth_score"))).isBetween(0.0, 1.0);
        assertThat(Double.parseDouble(cell(names, last, "inflation_score_of_persistence")))
                .isBetween(0.0, 1.0);
        assertThat(cell(names, last, "probability")).isIn("true", "false");
        // the sample is too short for a second opinion
        assertThat(cell(names, last, "growth_upper_reason")).isEqualTo("too-few-months");
        assertThat(cell(names, last, "inflation_upper")).isEmpty();
        assertThat(cell(names, last, "growth_upper_probability")).isEqualTo("false");
        assertThat(cell(names, last, "growth_upper_scored_months")).isEqualTo("0");
    }

    private static String cell(List<String> names, String line, String name) {
        return line.split(",", -1)[names.indexOf(name)];
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    @Test
    @Timeout(120)
    void theStreamTellsTheFirstQuadrantOfEachRegionAsTheAnswerOfItsRecordTimeHasIt() throws Exception {
        Map<String, JsonNode> determined = new TreeMap<>();
        for (JsonNode item : Json.mapper().readTree(get("regimes")).path("items")) {
            JsonNode latest = item.path("latest");
            if (!latest.path("quadrant").asString("undetermined").equals("undetermined")) {
                determined.put(item.path("region").asString(), latest);
            }
        }
        assertThat(determined).containsKey("US");
        Map<String, JsonNode> told = new TreeMap<>();
        try (StreamReader stream = new StreamReader(server, 0L)) {
            while (told.size() < determined.size()) {
                StreamReader.Received event = Objects.requireNonNull(stream.next(), "the stream has ended");
                if (event.type().equals("regime")) {
                    JsonNode data = Json.mapper().readTree(event.data());
                    assertThat(told.put(data.path("region").asString(), data)).isNull();
                }
            }
        }
        JsonNode one = told.get("US");
        JsonNode answer = Json.mapper()
                .readTree(get("regimes?asOf=" + one.path("asOf").asString() + "&recordedAt="
                        + one.path("recordedAt").asString()));
        assertThat(answer.path("items").valueStream().map(item -> item.path("latest")))
                .containsAll(determined.values());
        determined.forEach((region, latest) -> {
            JsonNode event = told.get(region);
            assertThat(event.path("version").asInt()).isEqualTo(1);
            assertThat(event.path("before").isNull()).isTrue();
            assertThat(event.path("stale").asBoolean()).isTrue();
            assertThat(event.path("quadrant")).isEqualTo(latest.path("quadrant"));
            assertThat(event.path("monthEnd")).isEqualTo(latest.path("monthEnd"));
            assertThat(event.path("growth")).isEqualTo(latest.path("growth").path("composite"));
            assertThat(event.path("inflation"))
                    .isEqualTo(latest.path("inflation").path("composite"));
            YearMonth month =
                    YearMonth.from(LocalDate.parse(event.path("monthEnd").asString()));
            assertThat(event.path("since").asString())
                    .isEqualTo(month.minusMonths(latest.path("dwell").asInt() - 1L)
                            .atEndOfMonth()
                            .toString());
        });
    }
}
