package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// The weight set whose directions depend on the regime, on the sample: its numbers, and that
/// each answer says what they are.
class ServedRegimeAwareTest {

    private static final String SET = "regime-aware";
    private static final String AS_OF = "2021-09-03T20:00:00Z";

    /// Written by `benchmarks/peers/sample_regime_aware.py --write` (Python 3.12, PyYAML,
    /// numpy) from the sample and the catalogue's files, without the engine.
    private static final String GOLDEN = "/org/macroedge/server/bias/regime-aware-contributions.csv";

    @TempDir
    static Path folder;

    private static Server server;

    @BeforeAll
    static void start() {
        SampleHome home = new SampleHome(folder);
        home.load();
        server = home.serve();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode get(String path) throws IOException, InterruptedException {
        return Json.mapper().readTree(SampleHome.get(server, "/api/v1/" + path).body());
    }

    private static String run(String command) {
        CommandLineRunner.Ended ended = new SampleHome(folder).run(command);
        assertThat(ended.status()).as(ended.errors()).isZero();
        return ended.out();
    }

    /// @param weight w/S
    private record Golden(String indicator, double weight, double contribution) {}

    /// By question, the rows of the file.
    private static Map<String, List<Golden>> golden() throws IOException {
        Map<String, List<Golden>> rows = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(ServedRegimeAwareTest.class.getResourceAsStream(GOLDEN))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        String[] cells = line.split(",");
                        rows.merge(
                                "bias/" + cells[0] + "/explanation?weightSet=" + SET + "&asOf=" + cells[1],
                                List.of(new Golden(
                                        cells[2], Double.parseDouble(cells[3]), Double.parseDouble(cells[4]))),
                                (before, more) -> Stream.concat(before.stream(), more.stream())
                                        .toList());
                    });
        }
        return rows;
    }

    @Test
    void everyContributionIsThatOfAComputationWithoutTheEngine() throws IOException, InterruptedException {
        int compared = 0;
        for (Map.Entry<String, List<Golden>> question : golden().entrySet()) {
            Map<String, JsonNode> given = new LinkedHashMap<>();
            get(question.getKey())
                    .path("contributions")
                    .forEach(one -> given.put(one.path("indicator").asString(), one));
            assertThat(given.keySet())
                    .as(question.getKey())
                    .containsExactlyInAnyOrderElementsOf(
                            question.getValue().stream().map(Golden::indicator).toList());
            for (Golden row : question.getValue()) {
                JsonNode contribution = given.get(row.indicator);
                assertThat(contribution.path("weight").asDouble()).isCloseTo(row.weight, within(1e-12));
                assertThat(contribution.path("contribution").asDouble()).isCloseTo(row.contribution, within(1e-12));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bias/summary?",
                "bias/SPX?",
                "bias/SPX/explanation?",
                "bias/SPX/history?",
                "bias/SPX/change?",
                "heatmap?",
                "flips?",
                "event-risk?instrument=SPX&",
                "event-risk/windows?instrument=SPX&"
            })
    void anAnswerSaysThatItsWeightsAreAPrior(String path) throws IOException, InterruptedException {
        assertThat(get(path + "asOf=" + AS_OF + "&weightSet=" + SET)
                        .path("weightsPrior")
                        .toString())
                .isEqualTo("true");
        assertThat(get(path + "asOf=" + AS_OF).path("weightsPrior").toString()).isEqualTo("false");
    }

    @Test
    void weightSetsSayWhichOfThemIsAPrior() throws IOException, InterruptedException {
        assertThat(get("weight-sets").path("items"))
                .extracting(item -> item.path("id").asString() + " " + item.path("weightsPrior"))
                .containsExactly("default false", "equal false", "regime-aware true");
        assertThat(run("weight-sets")).contains("prior: directions depend on the regime of a region");
    }

    @Test
    void theTextOfACommandSaysSo() {
        assertThat(run("explain SPX --as-of " + AS_OF + " --weight-set " + SET))
                .contains("weights regime-aware (prior), formula");
        assertThat(run("event-risk SPX --as-of " + AS_OF + " --weight-set " + SET))
                .contains("weight set regime-aware (prior) weighs");
        assertThat(run("explain SPX --as-of " + AS_OF)).contains("weights default, formula");
    }

    @Test
    void anExportSaysSoInEachRow() throws IOException, InterruptedException {
        List<String> lines = run("export bias --instrument SPX --from 2021-08-30 --to " + AS_OF + " --weight-set "
                        + SET)
                .lines()
                .toList();
        assertThat(lines.getFirst()).endsWith(",weights_prior");
        assertThat(lines.subList(1, lines.size())).isNotEmpty().allMatch(line -> line.endsWith(",true"));
    }

    /// A change over half a year, in which quadrants moved.
    @Test
    void theStepsOfAChangeAddUp() throws IOException, InterruptedException {
        JsonNode change = get("bias/SPX/change?from=2018-01-01&to=2018-07-01&weightSet=" + SET);
        double sum = 0;
        for (JsonNode step : change.path("steps")) {
            sum += step.path("part").asDouble();
        }
        assertThat(sum)
                .isCloseTo(
                        change.path("after").path("z").asDouble()
                                - change.path("before").path("z").asDouble(),
                        within(1e-9));
        assertThat(change.path("steps"))
                .anyMatch(step -> step.path("kind").asString().equals("scale"));
    }
}
