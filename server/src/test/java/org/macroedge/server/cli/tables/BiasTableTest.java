package org.macroedge.server.cli.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.vocabulary.AssetClass;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.bias.view.BiasChange;
import org.macroedge.server.bias.view.BiasDriver;
import org.macroedge.server.bias.view.BiasItem;
import org.macroedge.server.bias.view.BiasLead;
import org.macroedge.server.bias.view.BiasReading;
import org.macroedge.server.bias.view.BiasSummary;
import org.macroedge.server.bias.view.BiasWithoutLead;
import org.macroedge.server.bias.view.CauseRelease;
import org.macroedge.server.bias.view.IndependentBiases;
import org.macroedge.server.bias.view.LabelBounds;
import org.macroedge.server.bias.view.ReleaseCause;
import org.macroedge.server.bias.view.RunHeader;
import org.macroedge.server.bias.view.ScoreMove;
import org.macroedge.server.bias.view.SideCoverage;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Terminal;
import org.macroedge.server.cli.page.Times;

/// Pages as a reader sees them, written by hand.
class BiasTableTest {

    private static final Instant AS_OF = Instant.parse("2021-09-03T13:00:00Z");

    private static final ReleaseCause PAYROLLS = new ReleaseCause(
            Instant.parse("2021-09-03T12:30:00Z"),
            List.of(released("payrolls", -2.75), released("Hourly earnings", 1.09)),
            1,
            List.of(
                    new ScoreMove("SPX", -8.2, "neutral", -46.2, "bearish"),
                    new ScoreMove("NDX", -8.2, "bearish", -46.2, "bearish"),
                    new ScoreMove("USDCHF", 19.0, "neutral", 18.0, null),
                    new ScoreMove("EURUSD", 1.0, "neutral", 2.0, "neutral")));

    private static final ReleaseCause QUIET = new ReleaseCause(
            Instant.parse("2021-09-02T12:30:00Z"),
            List.of(released("Jobless claims", 0.31)),
            0,
            List.of(new ScoreMove("SPX", -6.0, "neutral", -8.0, "neutral")));

    private static final BiasItem SPX = item(
            "SPX",
            "equity-index",
            reading(-46.2, "bearish", 0.22, 1.0, null),
            new BiasChange(-38.0, 12.0, null),
            List.of(driver("US", "payrolls", "2021-09-03T12:30:00Z", -2.75, -0.41)),
            List.of(driver("US", "CPI m/m", "2021-08-11T12:30:00Z", 1.04, 0.36)),
            null,
            List.of());

    private static final BiasItem NDX = item(
            "NDX",
            "equity-index",
            reading(-46.2, "bearish", 0.22, 1.0, null),
            new BiasChange(-38.0, 12.0, null),
            SPX.reasonsFor(),
            SPX.reasonsAgainst(),
            "SPX",
            List.of());

    private static final BiasItem USDCHF = item(
            "USDCHF",
            "fx",
            reading(18.0, null, 0.6, 0.31, "thin-coverage"),
            new BiasChange(-0.2, null, null),
            List.of(driver("US", "payrolls", "2021-09-03T12:30:00Z", -2.75, 0.2)),
            List.of(),
            null,
            List.of(new SideCoverage("USD", 0.62), new SideCoverage("CHF", 0.0)));

    private static final BiasItem BTCUSD = item(
            "BTCUSD",
            "crypto",
            new BiasReading(null, null, null, 0, 0, null, null, null, null, null, "no-history"),
            new BiasChange(null, null, null),
            List.of(),
            List.of(),
            null,
            List.of());

    @Test
    void at80ColumnsABiasTakesOneLine() {
        assertThat(printed(new Terminal(80, false, true), false, Stream.of(SPX, NDX, USDCHF, BTCUSD)))
                .isEqualTo("""
                    Sample data, 2014 to 2021. This is not today's market. `import calendar` brings
                    your own.
                    As of Fri 3 Sep 2021 15:00:00, times in Europe/Berlin; weights default, formula
                    2, run 0123456789ab.

                    2 labels changed in 24 hours. Largest move: SPX from \u22128 to \u221246. 2 biases pull
                    both ways: agree below 25%.

                    last 24 hours     release               surprise
                        moved most at that time
                    Fri  3 Sep 14:30  US payrolls & 1 more     \u22122.8\u03c3
                        SPX \u22128 \u2192 \u221246 now bearish  NDX \u22128 \u2192 \u221246  USDCHF +19 \u2192 +18
                    Thu  2 Sep 14:30  US Jobless claims        +0.3\u03c3
                        SPX \u22126 \u2192 \u22128

                            score  bias        was  24 h  agree  data  largest reason: adds
                    SPX       \u221246  \u25bc bearish   \u25cb     \u221238    22%        US payrolls \u22120.41
                    NDX       \u221246  \u25bc bearish   \u25cb     \u221238    22%        same inputs as SPX
                    USDCHF    +18  no label            0    60%   31%  coverage USD 62%, CHF 0%
                    BTCUSD      \u2013  no history          \u2013      \u2013

                    US payrolls (3 Sep) leads 2 of 2 biases; without it SPX \u221246 \u2192 +11.
                    Daily, 4 biases moved like 1.9 independent ones (2 Sep 2020 to 2 Sep 2021).
                    \u25b2\u25b2 \u25bc\u25bc: strongly. `bias --reasons` shows both reasons, `explain SPX` them all.
                    Equity indices: measured on 2012 to 2021, the news has no link with their price
                    (correlation 0.00). The score says what the data were, not what the index does.
                    """);
    }

    @Test
    void withReasonsAt80ColumnsTheyFoldBelowTheirRow() {
        assertThat(printed(new Terminal(80, false, true), true, Stream.of(SPX, NDX, USDCHF, BTCUSD)))
                .endsWith("""

                               score  bias           a day ago  24 h  7 d  agree  data
                        largest reasons: adds, surprise, age
                    SPX          \u221246  bearish        neutral     \u221238  +12    22%
                        for US payrolls \u22120.41 \u22122.8\u03c3 30 min  against US CPI m/m +0.36 +1.0\u03c3 23 d
                        pulls both ways
                    NDX = SPX    \u221246  bearish        neutral     \u221238  +12    22%
                        for US payrolls \u22120.41 \u22122.8\u03c3 30 min  against US CPI m/m +0.36 +1.0\u03c3 23 d
                        pulls both ways
                    USDCHF       +18  thin coverage                0    \u2013    60%   31%
                        for US payrolls +0.20 \u22122.8\u03c3 30 min  coverage USD 62%, CHF 0%
                    BTCUSD         \u2013  no history                   \u2013    \u2013      \u2013

                    = SPX: the same inputs, so the same opinion.
                    US payrolls (3 Sep) leads 2 of 2 biases; without it SPX \u221246 \u2192 +11.
                    Daily, 4 biases moved like 1.9 independent ones (2 Sep 2020 to 2 Sep 2021).
                    Equity indices: measured on 2012 to 2021, the news has no link with their price
                    (correlation 0.00). The score says what the data were, not what the index does.
                    """);
    }

    @Test
    void at100ColumnsTheReasonHasItsSurpriseAndAge() {
        assertThat(printed(new Terminal(100, false, true), false, Stream.of(SPX, NDX)))
                .contains("""
                         score  bias       was  24 h  agree  largest reason: adds, surprise, age
                    SPX    \u221246  \u25bc bearish  \u25cb     \u221238    22%  US payrolls \u22120.41 \u22122.8\u03c3 30 min
                    NDX    \u221246  \u25bc bearish  \u25cb     \u221238    22%  same inputs as SPX
                    """);
    }

    @Test
    void at140ColumnsBothReasonsStandInTheRowAndInAsciiNothingIsLost() {
        assertThat(printed(new Terminal(140, false, false), false, Stream.of(SPX)))
                .endsWith("""

                         score  bias       was  24 h  7 d  agree  largest reasons: adds, surprise, age
                    SPX    -46  - bearish  o     -38  +12    22%  for US payrolls -0.41 -2.8 sd 30 min  against US CPI m/m +0.36 +1.0 sd 23 d

                    US payrolls (3 Sep) leads 2 of 2 biases; without it SPX -46 -> +11.
                    Daily, 4 biases moved like 1.9 independent ones (2 Sep 2020 to 2 Sep 2021).
                    ++ --: strongly. `bias --reasons` shows both reasons, `explain SPX` them all.
                    Equity indices: measured on 2012 to 2021, the news has no link with their price (correlation 0.00). The score says what the data were, not
                    what the index does.
                    """);
    }

    @Test
    void inAPipeARowHasAllOfIt() {
        assertThat(printed(Terminal.PIPE, false, Stream.of(SPX))).contains("""
                 score                         bias     a day ago  24 h  7 d  agree  largest reasons: adds, surprise, age
            SPX    \u221246       #####|            bearish  neutral     \u221238  +12    22%  for US payrolls \u22120.41 \u22122.8\u03c3 30 min\
              against US CPI m/m +0.36 +1.0\u03c3 23 d  pulls both ways
            """);
    }

    @Test
    void at40ColumnsARowTakesTwoLines() {
        assertThat(printed(new Terminal(40, false, true), false, Stream.of(SPX)))
                .contains("""
                         score  bias       was  24 h  agree
                        largest reason: adds
                    SPX    \u221246  \u25bc bearish  \u25cb     \u221238    22%
                        US payrolls \u22120.41
                    """);
    }

    @Test
    void colourIsDirectionAndStandsOnlyBesideSigns() {
        assertThat(printed(new Terminal(80, true, true), true, Stream.of(SPX)))
                .contains("\u001b[1;38;5;166m\u221246\u001b[0m", "\u001b[1;38;5;166mbearish\u001b[0m")
                .contains("against US CPI m/m \u001b[1;38;5;33m+0.36\u001b[0m +1.0\u03c3 23 d");
    }

    private static CauseRelease released(String shortName, double z) {
        return new CauseRelease(
                "id@2021-09-03", "id", shortName, shortName, "US", "labour", 3, BigDecimal.ONE, null, null, z);
    }

    private static String printed(Terminal terminal, boolean isFull, Stream<BiasItem> items) {
        List<BiasItem> shown = items.toList();
        BiasSummary summary = new BiasSummary(
                new RunHeader(AS_OF, "0123456789abcdef", "default", false, false, true, 2),
                LabelBounds.CURRENT,
                new BiasLead(
                        "us-nonfarm-payrolls",
                        "Nonfarm payrolls change",
                        "payrolls",
                        "US",
                        "us-nonfarm-payrolls@2021-09-03",
                        Instant.parse("2021-09-03T12:30:00Z"),
                        2,
                        2,
                        List.of(new BiasWithoutLead("SPX", 11.0, "neutral"))),
                new IndependentBiases(
                        1.9, 4, 260, Instant.parse("2020-09-02T22:00:00Z"), Instant.parse("2021-09-02T22:00:00Z")),
                List.of(PAYROLLS, QUIET),
                shown);
        StringWriter text = new StringWriter();
        Page page = new Page(new PrintWriter(text, true), terminal, new Times(ZoneId.of("Europe/Berlin")));
        BiasTable.print(page, summary, new BiasSelection(null, null, BiasSelection.Order.CATALOGUE).of(shown), isFull);
        return text.toString();
    }

    @Test
    void biasesAreSelectedByClassAndRegionAndSorted() {
        List<BiasItem> all = List.of(USDCHF, BTCUSD, SPX, NDX);

        assertThat(new BiasSelection(AssetClass.FX, null, BiasSelection.Order.CATALOGUE).of(all))
                .containsExactly(USDCHF);
        assertThat(new BiasSelection(null, Region.US, BiasSelection.Order.CATALOGUE).of(all))
                .containsExactly(USDCHF, SPX, NDX);
        assertThat(new BiasSelection(null, Region.JP, BiasSelection.Order.CATALOGUE).of(all))
                .isEmpty();
        assertThat(new BiasSelection(null, null, BiasSelection.Order.SCORE).of(all))
                .containsExactly(USDCHF, SPX, NDX, BTCUSD);
        assertThat(new BiasSelection(null, null, BiasSelection.Order.DAY).of(all))
                .containsExactly(SPX, NDX, USDCHF, BTCUSD);
        assertThat(new BiasSelection(null, null, BiasSelection.Order.WEEK).of(all))
                .containsExactly(SPX, NDX, USDCHF, BTCUSD);
        assertThat(new BiasSelection(null, null, BiasSelection.Order.AGREEMENT).of(all))
                .containsExactly(SPX, NDX, USDCHF, BTCUSD);
    }

    private static BiasItem item(
            String instrument,
            String assetClass,
            BiasReading reading,
            BiasChange change,
            List<BiasDriver> reasonsFor,
            List<BiasDriver> reasonsAgainst,
            @Nullable String sameInputsAs,
            List<SideCoverage> sides) {
        List<BiasDriver> drivers =
                Stream.concat(reasonsFor.stream(), reasonsAgainst.stream()).toList();
        return new BiasItem(
                instrument,
                instrument,
                assetClass,
                reading,
                sides,
                change,
                Map.of(),
                reasonsFor,
                reasonsAgainst,
                sameInputsAs,
                drivers);
    }

    private static BiasReading reading(
            double score, @Nullable String label, double agreement, double health, @Nullable String reason) {
        return new BiasReading(
                score, label, Math.signum(score) * 0.6, health, health, 1.0, 1.0, agreement, 12.0, 0.4, reason);
    }

    private static BiasDriver driver(String region, String name, String released, double z, double contribution) {
        Instant instant = Instant.parse(released);
        return new BiasDriver(
                "id",
                name,
                name,
                region,
                "labour",
                "id@2021-09-03",
                instant,
                BigDecimal.ONE,
                null,
                null,
                z,
                (AS_OF.getEpochSecond() - instant.getEpochSecond()) / 86_400.0,
                contribution);
    }
}
