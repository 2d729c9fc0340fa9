package org.macroedge.server.cli.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.FormulaVersion;
import org.macroedge.server.bias.view.BiasLevel;
import org.macroedge.server.bias.view.ConditionalMean;
import org.macroedge.server.bias.view.LabelBounds;
import org.macroedge.server.bias.view.RunHeader;
import org.macroedge.server.bias.view.ScenarioAnswer;
import org.macroedge.server.bias.view.ScenarioBias;
import org.macroedge.server.bias.view.ScenarioPoint;
import org.macroedge.server.bias.view.ScenarioRelease;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Terminal;
import org.macroedge.server.cli.page.Times;

/// A scenario of two releases as a reader sees it, written by hand: the first is set, the second is not.
class ScenarioTableTest {

    private static final Instant AS_OF = Instant.parse("2021-10-04T06:00:00Z");
    private static final Instant AT = Instant.parse("2021-10-08T12:30:00Z");

    @Test
    void aReleaseThatIsNotSetHasALineAndItsMeanAColumn() {
        String text = printed(new ConditionalMean(0.47, 86, List.of("us-nonfarm-payrolls"), null), 61.0);

        assertThat(text)
                .contains("  US Payrolls 600K as set (+2.0σ; forecast 490K, σ 55K)\n"
                        + "  US Unemployment 5.1% as expected (0.0σ; forecast 5.1%, σ 0.10 pp)\n"
                        + "    +0.5σ on average given US Payrolls, from 86 shared instants\n")
                .contains("     without  −2σ  −1σ  assumed  others at mean  +1σ  +2σ")
                .contains("SPX      +10  +20  +30      +50             +61  +50  +60")
                .contains("Others at mean: the releases that are not set print their mean given those that are.");
    }

    @Test
    void whereThereIsNoMeanTheLineSaysWhy() {
        assertThat(printed(new ConditionalMean(null, 1, List.of(), "too-few-observations"), null))
                .contains("    no mean given the figures that are set: 1 shared instant, and 20 are needed\n")
                .doesNotContain("others at mean")
                .doesNotContain("Others at mean");
        assertThat(printed(new ConditionalMean(null, 30, List.of(), "constant"), null))
                .contains("are set: one of the series never varied\n");
        assertThat(printed(new ConditionalMean(null, 30, List.of(), "singular"), null))
                .contains("are set: the correlations of these releases do not determine a mean\n");
    }

    @Test
    void withoutASecondLineThereIsNone() {
        assertThat(printed(null, null))
                .contains("     without  −2σ  −1σ  assumed  +1σ  +2σ")
                .doesNotContain("mean given");
    }

    private static ScenarioRelease release(
            String indicator, String name, String actual, String forecast, @Nullable ConditionalMean mean) {
        boolean payrolls = indicator.equals("us-nonfarm-payrolls");
        return new ScenarioRelease(
                indicator + "@2021-10-08",
                indicator,
                name,
                name,
                "US",
                payrolls,
                payrolls ? "persons" : "percent",
                new BigDecimal(payrolls ? "1000" : "0.1"),
                new BigDecimal(actual),
                new BigDecimal(forecast),
                "survey",
                List.of(),
                payrolls ? 55_000.0 : 0.1,
                90,
                payrolls ? 2.0 : 0.0,
                null,
                mean);
    }

    private static BiasLevel level(double score) {
        return new BiasLevel(score, "bullish", score / 50, null);
    }

    private static String printed(@Nullable ConditionalMean mean, @Nullable Double conditional) {
        List<ScenarioPoint> grid = IntStream.rangeClosed(-3, 3)
                .mapToObj(size -> new ScenarioPoint(size, BigDecimal.TEN, 40 + 10 * size, "bullish", size))
                .toList();
        ScenarioBias item = new ScenarioBias(
                "SPX",
                "S&P 500",
                level(10),
                level(50),
                conditional == null ? null : level(conditional),
                false,
                0.2,
                grid,
                List.of());
        StringWriter text = new StringWriter();
        ScenarioTable.print(
                new Page(new PrintWriter(text, true), new Terminal(120, false, true), new Times(ZoneOffset.UTC)),
                new ScenarioAnswer(
                        new RunHeader(AS_OF, "0".repeat(64), "default", false, false, false, FormulaVersion.CURRENT),
                        LabelBounds.CURRENT,
                        "us-nonfarm-payrolls",
                        AT,
                        List.of(
                                release("us-nonfarm-payrolls", "Payrolls", "600000", "490000", null),
                                release("us-unemployment-rate", "Unemployment", "5.1", "5.1", mean)),
                        List.of(item)));
        return text.toString();
    }
}
