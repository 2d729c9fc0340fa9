package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// Correlations of the sample and of composed prices, by command and over HTTP.
class ServedCorrelationTest {

    private static final String AS_OF = "2021-09-03T22:00:00Z";
    private static final String FROM = "2018-09-07";
    private static final Map<String, String> READS = reads();

    @TempDir
    static Path folder;

    /// What the commands answered before a server ran.
    private static final Map<String, String> ALONE = new LinkedHashMap<>();

    private static Server server;

    private static Map<String, String> reads() {
        Map<String, String> reads = new LinkedHashMap<>();
        reads.put("correlation --as-of " + AS_OF, "correlation?asOf=" + AS_OF);
        reads.put(
                "correlation --of index --every day --recorded-at 2022-02-01T08:30:00Z",
                "correlation?of=index&every=day&recordedAt=2022-02-01T08:30:00Z");
        reads.put("correlation --of surprise", "correlation?of=surprise");
        reads.put("correlation --of price", "correlation?of=price");
        reads.put(
                "correlation --method spearman --every day --pair EURUSD,SPX --window 120",
                "correlation?method=spearman&every=day&pair=EURUSD,SPX&window=120");
        reads.put(
                "correlation --pair eur/usd,SPX --from 2019-01-01",
                "correlation?pair=eurusd,SPX&from=2019-01-01T00:00:00Z");
        return reads;
    }

    @BeforeAll
    static void start() throws IOException {
        SampleHome home = new SampleHome(folder.resolve("home"));
        home.load();
        Path file = Files.writeString(folder.resolve("prices.csv"), ComposedPrices.file());
        assertThat(home.run("import prices " + file + " --profile macro-edge").out())
                .contains((2 * ComposedPrices.WEEKS - 1) + " imported");
        READS.keySet().forEach(command -> ALONE.put(command, run(command + " --format json")));
        server = home.serve();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void commandLineAndServerAnswerByteForByteTheSame() throws IOException, InterruptedException {
        for (Map.Entry<String, String> read : READS.entrySet()) {
            String served = SampleHome.get(server, "/api/v1/" + read.getValue()).body();
            assertThat(served).as(read.getValue()).isEqualTo(ALONE.get(read.getKey()));
            assertThat(run(read.getKey() + " --format json")).isEqualTo(served);
        }
    }

    /// The history prints Z at every close; the weeks are taken from it here.
    @Test
    void aPairOfBiasesIsTheCorrelationOfTheirWeeklyChanges() {
        JsonNode answer = json("correlation --pair EURUSD,SPX --from " + FROM + " --as-of " + AS_OF);
        double[] euro = weeklyChanges("EURUSD");
        double[] stocks = weeklyChanges("SPX");
        JsonNode pair = answer.path("pairs").get(0);
        assertThat(answer.path("rows").intValue()).isEqualTo(euro.length).isGreaterThan(100);
        assertThat(pair.path("observations").intValue()).isEqualTo(euro.length);
        assertThat(pair.path("r").doubleValue()).isCloseTo(pearson(euro, stocks), within(1e-12));
        assertThat(pair.path("lower").doubleValue()).isLessThan(pair.path("r").doubleValue());
    }

    /// Spearman's is Pearson's of the ranks, which are counted here.
    @Test
    void aPairByRanksIsTheCorrelationOfTheRanksOfItsWeeklyChanges() {
        String command =
                "correlation --pair EURUSD,SPX --method spearman --window 26 --from " + FROM + " --as-of " + AS_OF;
        JsonNode answer = json(command);
        JsonNode pair = answer.path("pairs").get(0);
        double[] euro = ranks(weeklyChanges("EURUSD"));
        double[] stocks = ranks(weeklyChanges("SPX"));
        assertThat(answer.path("method").stringValue()).isEqualTo("spearman");
        assertThat(pair.path("r").doubleValue()).isCloseTo(pearson(euro, stocks), within(1e-12));
        assertThat(answer.path("path").path("window").intValue()).isEqualTo(26);
        assertThat(answer.path("path").path("points").size()).isEqualTo(euro.length - 25);
        assertThat(run(command)).contains("Spearman's correlation, of ranks,", "Over 26 rows each");
    }

    private static double[] ranks(double[] values) {
        return Arrays.stream(values)
                .map(value -> Arrays.stream(values)
                                .filter(other -> other < value)
                                .count()
                        + (Arrays.stream(values).filter(other -> other == value).count() + 1) / 2.0)
                .toArray();
    }

    @Test
    void aWindowThatIsTooShortTooLongOrWithoutAPairIsRefused() {
        assertThat(refused("--pair EURUSD,SPX --window 19")).contains("a number of rows from 20 to 1000");
        assertThat(refused("--pair EURUSD,SPX --window 1001")).contains("a number of rows from 20 to 1000");
        assertThat(refused("--window 26")).contains("Write it with a pair");
    }

    private static String refused(String options) {
        CommandLineRunner.Ended ended = new SampleHome(folder.resolve("home")).run("correlation " + options);
        assertThat(ended.status()).isEqualTo(2);
        return ended.errors();
    }

    private static double[] weeklyChanges(String instrument) {
        List<Double> levels = new ArrayList<>();
        for (JsonNode point : json("history " + instrument + " --from " + FROM + " --as-of " + AS_OF)
                .path("points")) {
            Instant close = Instant.parse(point.path("asOf").stringValue());
            if (close.atOffset(ZoneOffset.UTC).getDayOfWeek() == DayOfWeek.FRIDAY) {
                levels.add(point.path("z").doubleValue());
            }
        }
        double[] changes = new double[levels.size() - 1];
        for (int week = 0; week < changes.length; week++) {
            changes[week] = levels.get(week + 1) - levels.get(week);
        }
        return changes;
    }

    private static double pearson(double[] first, double[] second) {
        double x = 0;
        double y = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int row = 0; row < first.length; row++) {
            x += first[row];
            y += second[row];
            xx += first[row] * first[row];
            yy += second[row] * second[row];
            xy += first[row] * second[row];
        }
        int n = first.length;
        return (n * xy - x * y) / Math.sqrt((n * xx - x * x) * (n * yy - y * y));
    }

    @Test
    void aPairOfPricesIsTheCorrelationOfReturnsAndAMissingWeekLosesTwo() {
        JsonNode pair = json("correlation --of price --pair EURUSD,SPX --from 2020-06-26")
                .path("pairs")
                .get(0);
        List<double[]> returns = new ArrayList<>();
        for (int week = 1; week < ComposedPrices.WEEKS; week++) {
            if (week != 10 && week != 11) {
                returns.add(new double[] {
                    Math.log(ComposedPrices.euro(week) / ComposedPrices.euro(week - 1)),
                    Math.log(ComposedPrices.stocks(week) / ComposedPrices.stocks(week - 1))
                });
            }
        }
        double[] euro = returns.stream().mapToDouble(both -> both[0]).toArray();
        double[] stocks = returns.stream().mapToDouble(both -> both[1]).toArray();
        assertThat(pair.path("observations").intValue()).isEqualTo(ComposedPrices.WEEKS - 3);
        assertThat(pair.path("r").doubleValue()).isCloseTo(pearson(euro, stocks), within(1e-9));
    }

    @Test
    void whatCameLaterChangesNoEarlierPointOfAPath() {
        for (String kind : List.of("bias --pair EURUSD,SPX", "index --pair US,EMU", "price --pair EURUSD,SPX")) {
            JsonNode later =
                    json("correlation --of " + kind + " --from " + FROM).path("path");
            JsonNode earlier = json("correlation --of " + kind + " --from " + FROM + " --as-of 2021-08-06T22:00:00Z")
                    .path("path");
            assertThat(earlier.path("points").size())
                    .isPositive()
                    .isLessThan(later.path("points").size());
            for (int point = 0; point < earlier.path("points").size(); point++) {
                assertThat(later.path("points").get(point))
                        .isEqualTo(earlier.path("points").get(point));
            }
        }
    }

    @Test
    void theMatrixHasEachPairOfItsSeriesOnceAndSaysWhatTheyShare() {
        JsonNode answer = json("correlation --as-of " + AS_OF);
        int series = answer.path("series").size();
        assertThat(series).isEqualTo(29);
        assertThat(answer.path("pairs").size()).isEqualTo(series * (series - 1) / 2);
        JsonNode shared = answer.path("shared");
        assertThat(shared.path("series").intValue()).isEqualTo(series);
        assertThat(shared.path("effective").doubleValue()).isBetween(1.0, (double) series);
        assertThat(shared.path("intensity").doubleValue()).isBetween(0.0, 1.0);
        assertThat(shared.path("components").size()).isEqualTo(3);
        assertThat(run("correlation --as-of " + AS_OF))
                .contains("29 series move as", "Neighbours move together: ", "The strongest 20 of 406 pairs.");
    }

    @Test
    void aPairWithTooFewRowsGivesTheCauseAndTheirNumber() {
        String command = "correlation --pair EURUSD,SPX --from 2021-07-01 --as-of " + AS_OF;
        JsonNode answer = json(command);
        JsonNode pair = answer.path("pairs").get(0);
        assertThat(pair.path("observations").intValue()).isEqualTo(9);
        assertThat(pair.path("r").isNull()).isTrue();
        assertThat(pair.path("reason").stringValue()).isEqualTo("too-few-observations");
        assertThat(answer.path("path").path("points")).isEmpty();
        assertThat(run(command)).contains("too few rows", "There are fewer than 52 rows");
    }

    @Test
    void seriesWithoutAnyValueAreAnsweredInWords() {
        assertThat(run("correlation --of surprise --from 2021-08-01 --as-of " + AS_OF))
                .contains("No series of this kind has enough values");
        assertThat(run("correlation --of price --pair GBPUSD,XAUUSD --from 2021-08-01"))
                .contains("too few rows");
        assertThat(run("correlation --of surprise --as-of " + AS_OF))
                .contains("What the series share is not known: only one has a value in half of the rows.");
    }

    /// At least 20 pairs of each kind, at equal steps through the matrix. Releases of surprises are a month apart.
    @Test
    void aPairIsItsCellOfTheMatrix() throws IOException, InterruptedException {
        for (String kind : List.of("bias", "index", "surprise", "price")) {
            JsonNode cells = served("of=" + kind).path("pairs");
            int step = Math.max(1, cells.size() / 20);
            for (int index = 0; index < cells.size(); index += step) {
                JsonNode cell = cells.get(index);
                JsonNode answer =
                        served("of=" + kind + "&pair=" + cell.path("first").stringValue() + ","
                                + cell.path("second").stringValue());
                assertThat(answer.path("pairs").size()).isOne();
                assertThat(answer.path("pairs").get(0)).isEqualTo(cell);
            }
            assertThat(cells.size()).as(kind).isPositive();
        }
    }

    @Test
    void thePathOfSurprisesSpansAsManyWeeksAsItsWindowHas() throws IOException, InterruptedException {
        JsonNode answer = served("of=surprise&pair=us-cpi-mom,us-core-cpi-mom&from=2019-01-04T22:00:00Z&asOf=" + AS_OF);
        JsonNode points = answer.path("path").path("points");
        assertThat(answer.path("rows").intValue()).isEqualTo(139);
        assertThat(points.size()).isEqualTo(139 - 51);
        assertThat(points.get(0).path("until").stringValue()).isEqualTo("2020-01-03T22:00:00Z");
        assertThat(points.get(0).path("observations").intValue()).isEqualTo(12);
        assertThat(run("correlation --of surprise --pair us-cpi-mom,us-core-cpi-mom --as-of " + AS_OF))
                .contains("No 52 rows in a row have 20 in which both have a value");
    }

    private static JsonNode served(String query) throws IOException, InterruptedException {
        HttpResponse<String> answer = SampleHome.get(server, "/api/v1/correlation?" + query);
        assertThat(answer.statusCode()).as(query).isEqualTo(200);
        return Json.mapper().readTree(answer.body());
    }

    @Test
    void aPairIsAnsweredInTheOrderInWhichItWasAskedFor() throws IOException, InterruptedException {
        for (List<String> asked : List.of(List.of("SPX", "EURUSD"), List.of("EURUSD", "SPX"))) {
            JsonNode answer = served("pair=" + String.join(",", asked));
            JsonNode pair = answer.path("pairs").get(0);
            assertThat(List.of(
                            pair.path("first").stringValue(),
                            pair.path("second").stringValue()))
                    .isEqualTo(asked);
            assertThat(answer.path("series").get(0).path("id").stringValue()).isEqualTo(asked.getFirst());
        }
        assertThat(run("correlation --pair SPX,EURUSD").lines())
                .anySatisfy(line -> assertThat(line).matches(" *SPX +EURUSD .*"));
    }

    @Test
    void aSeriesHasExactlyOneWithItself() {
        JsonNode answer = json("correlation --of index --pair us,USD --as-of " + AS_OF);
        assertThat(answer.path("series").size()).isOne();
        JsonNode pair = answer.path("pairs").get(0);
        for (String field : List.of("r", "lower", "upper")) {
            assertThat(pair.path(field).doubleValue()).isEqualTo(1);
            assertThat(answer.path("path").path("points").get(0).path(field).doubleValue())
                    .isEqualTo(1);
        }
        assertThat(pair.path("first")).isEqualTo(pair.path("second"));
    }

    @Test
    void anUnknownMemberOfAPairIsRefusedByItsKind() throws IOException, InterruptedException {
        for (List<String> unknown : List.of(
                List.of("pair=EURUSD,SPY", "unknown-instrument"),
                List.of("of=index&pair=US,EURUSD", "unknown-index"),
                List.of("of=surprise&pair=us-cpi-mom,SPX", "unknown-indicator"))) {
            HttpResponse<String> refused = SampleHome.get(server, "/api/v1/correlation?" + unknown.getFirst());
            assertThat(refused.statusCode()).isEqualTo(404);
            assertThat(refused.body()).contains(unknown.getLast());
        }
    }

    @Test
    void theCsvHasEveryPairAndThePathOfOne() {
        List<String> rows =
                run("correlation --format csv --as-of " + AS_OF).lines().toList();
        assertThat(rows).hasSize(1 + 406);
        assertThat(rows.getFirst()).isEqualTo("as_of,first,second,until,observations,r,effective,lower,upper,reason");
        List<String> path = run("correlation --pair EURUSD,SPX --format csv --as-of " + AS_OF)
                .lines()
                .toList();
        assertThat(path.get(1)).startsWith(AS_OF + ",");
        assertThat(path.getLast()).contains("," + AS_OF + ",");
    }

    private static JsonNode json(String command) {
        return Json.mapper().readTree(run(command + " --format json"));
    }

    private static String run(String command) {
        CommandLineRunner.Ended ended = new SampleHome(folder.resolve("home")).run(command);
        assertThat(ended.status()).as("%s: %s", command, ended.errors()).isZero();
        return ended.out();
    }
}
