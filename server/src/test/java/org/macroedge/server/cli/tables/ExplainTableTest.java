package org.macroedge.server.cli.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macroedge.server.bias.view.BiasChange;
import org.macroedge.server.bias.view.BiasDriver;
import org.macroedge.server.bias.view.BiasExplanation;
import org.macroedge.server.bias.view.BiasItem;
import org.macroedge.server.bias.view.BiasReading;
import org.macroedge.server.bias.view.LabelBounds;
import org.macroedge.server.bias.view.RunHeader;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Terminal;
import org.macroedge.server.cli.page.Times;
import org.macroedge.server.surprises.view.InactiveIndicator;
import org.macroedge.server.surprises.view.ReleaseContribution;

/// The page of one bias, written by hand. So are its numbers: weight × z × decay of the three releases is
/// −0.435600 = −2.75 · 0.160 · 0.99, −0.189696 = +1.04 · −0.320 · 0.57 and +0.086240 = +0.80 · 0.110 · 0.98, together
/// Z = −0.539056; 100 · (2Φ(Z) − 1) = −41.0, and agreement |Z| / 0.711536 = 75.8 %.
class ExplainTableTest {

    private static final Instant AS_OF = Instant.parse("2021-09-03T13:00:00Z");

    private static final ReleaseContribution PAYROLLS = contribution(
            new Named("us-nonfarm-payrolls", "payrolls", "labour"),
            "2021-09-03T12:30:00Z",
            new Published("count", "1000", "235000", "720000", 176_000),
            new Sizes(-2.75, 0.99, 0.160, -0.435600),
            List.of("imported"));

    private static final ReleaseContribution PRICES = contribution(
            new Named("us-cpi-mom", "CPI m/m", "inflation"),
            "2021-08-11T12:30:00Z",
            new Published("percent", "0.1", "0.5", "0.4", 0.096),
            new Sizes(1.04, 0.57, -0.320, -0.189696),
            List.of("imported", "provisional"));

    private static final ReleaseContribution FACTORIES = contribution(
            new Named("us-ism-manufacturing-pmi", "ISM factory PMI", "surveys"),
            "2021-09-01T14:00:00Z",
            new Published("index", "0.1", "59.9", "58.6", 1.62),
            new Sizes(0.80, 0.98, 0.110, 0.086240),
            List.of("imported"));

    private static final BiasExplanation SPX = new BiasExplanation(
            new RunHeader(AS_OF, "0123456789abcdef", "default", false, false, false, 2),
            LabelBounds.CURRENT,
            new BiasItem(
                    "SPX",
                    "S&P 500",
                    "equity-index",
                    new BiasReading(-41.0, "bearish", -0.539056, 0.9405, 0.99, 0.95, 1.0, 0.7576, 2.171, 0.7334, null),
                    List.of(),
                    new BiasChange(-36.4, 3.0, null),
                    Map.of("labour", -0.435600, "inflation", -0.189696, "surveys", 0.086240),
                    List.of(driver(PAYROLLS), driver(PRICES)),
                    List.of(driver(FACTORIES)),
                    null,
                    List.of(driver(PAYROLLS), driver(PRICES), driver(FACTORIES))),
            List.of(PAYROLLS, PRICES, FACTORIES),
            List.of(new InactiveIndicator("us-retail-sales-mom", 0.0123, "no-release")));

    @Test
    void at80ColumnsTheAnswerStandsFirstAndAReleaseTakesTwoLines() {
        assertThat(printed(80)).isEqualTo("""
            As of Fri 3 Sep 2021 15:00:00, times in Europe/Berlin; weights default, formula
            2, run 0123456789ab.

            SPX, S&P 500: bearish \u221241 (Z \u22120.54).
            For: US payrolls \u22120.44 \u22122.8\u03c3 30 min,  US CPI m/m \u22120.19 +1.0\u03c3 23 d.
            Against: US ISM factory PMI +0.09 +0.8\u03c3 1 d.
            24 hours ago: neutral \u22125, change \u221236; 7 days ago: \u221244, change +3.
            Agreement 75%. As concentrated as 2.2 reasons of equal size; 73% of it is
            younger than 48 hours.
            Data health 94%: coverage 99% \u00d7 freshness 95% \u00d7 quality 100%. Health is about
            the data, not the probability that the bias is right.
            Equity indices: measured on 2012 to 2021, the news has no link with their price
            (correlation 0.00). The score says what the data were, not what the index does.
            Not in it, because no calendar expects them: guidance, votes, speeches,
            interventions, elections.

            category   releases   adds
            labour            1  \u22120.44
            inflation         1  \u22120.19
            surveys           1  +0.09
            total, Z          3  \u22120.54

            All rows: imported.

             adds      z     age  release             actual  forecast  released
                      \u03c3  weight  decay
            For: 2 releases, \u22120.63
            \u22120.44  \u22122.75  30 min  US payrolls           235K      720K  Fri  3 Sep 14:30
                   176K  +0.160   0.99
            \u22120.19  +1.04    23 d  US CPI m/m            0.5%      0.4%  Wed 11 Aug 14:30
                0.10 pp  \u22120.320   0.57  provisional
            Against: 1 release, +0.09
            +0.09  +0.80     1 d  US ISM factory PMI    59.9      58.6  Wed  1 Sep 16:00
                   1.62  +0.110   0.98

            provisional: Fewer than ten earlier surprises: \u03c3 is the catalogue\u2019s prior, or
            the floor of a policy rate.
            imported: The forecast comes from an imported history that does not say when it
            was captured.
            1 indicator with a weight had no active signal: us-retail-sales-mom (no release,
            1% of the weight).
            """);
    }

    @Test
    void at140ColumnsAReleaseTakesOneLine() {
        assertThat(printed(140)).contains("""
             adds      z     age  release             actual  forecast  released                \u03c3  weight  decay
            For: 2 releases, \u22120.63
            \u22120.44  \u22122.75  30 min  US payrolls           235K      720K  Fri  3 Sep 14:30     176K  +0.160   0.99
            \u22120.19  +1.04    23 d  US CPI m/m            0.5%      0.4%  Wed 11 Aug 14:30  0.10 pp  \u22120.320   0.57  provisional
            Against: 1 release, +0.09
            +0.09  +0.80     1 d  US ISM factory PMI    59.9      58.6  Wed  1 Sep 16:00     1.62  +0.110   0.98
            """);
    }

    private static String printed(int width) {
        StringWriter text = new StringWriter();
        ExplainTable.print(
                new Page(
                        new PrintWriter(text, true),
                        new Terminal(width, false, true),
                        new Times(ZoneId.of("Europe/Berlin"))),
                SPX);
        return text.toString();
    }

    private record Named(String id, String shortName, String category) {}

    private record Published(String unit, String step, String actual, String forecast, double sigma) {}

    private record Sizes(double z, double decay, double weight, double contribution) {}

    private static ReleaseContribution contribution(
            Named named, String released, Published figures, Sizes sizes, List<String> marks) {
        Instant instant = Instant.parse(released);
        BigDecimal actual = new BigDecimal(figures.actual());
        BigDecimal forecast = new BigDecimal(figures.forecast());
        return new ReleaseContribution(
                named.id(),
                named.shortName(),
                named.shortName(),
                "US",
                named.category(),
                figures.unit(),
                new BigDecimal(figures.step()),
                named.id() + "@" + released.substring(0, 10),
                instant,
                actual,
                forecast,
                "survey",
                actual.subtract(forecast),
                figures.sigma(),
                100,
                sizes.z(),
                sizes.z(),
                (AS_OF.getEpochSecond() - instant.getEpochSecond()) / 86_400.0,
                sizes.decay(),
                sizes.weight(),
                sizes.contribution(),
                marks);
    }

    private static BiasDriver driver(ReleaseContribution release) {
        return new BiasDriver(
                release.indicator(),
                release.name(),
                release.shortName(),
                release.region(),
                release.category(),
                release.releaseId(),
                release.releasedAt(),
                release.actual(),
                release.forecast(),
                release.forecastKind(),
                release.z(),
                release.ageDays(),
                release.contribution());
    }
}
