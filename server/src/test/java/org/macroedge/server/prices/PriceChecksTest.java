package org.macroedge.server.prices;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.engine.vocabulary.InstrumentId;
import org.macroedge.engine.vocabulary.QuoteKind;
import org.macroedge.engine.vocabulary.SessionDays;
import org.macroedge.server.prices.profile.Bar;
import org.macroedge.server.prices.profile.PriceRow;
import org.macroedge.server.releases.intake.Finding;
import org.macroedge.server.releases.intake.FindingCollector;
import org.macroedge.server.releases.intake.FindingKind;

/// Which closes look like wrong ticks. The closes alternate by 0.5 % between 100 and 100.5, so that the usual
/// change is 1.4826 × 0.4988 % = 0.7395 %, and a tick must be farther than 5.916 % from both neighbours.
class PriceChecksTest {

    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);

    @ParameterizedTest
    @CsvSource({
        // the close of day 30, which is 100 otherwise; how many are ticks
        "100, 60, 0",
        "107.0, 60, 1",
        "106.5, 60, 0",
        "94.0, 60, 1",
        "95.0, 60, 0",
        "10000, 60, 1",
        "1, 60, 1",
        // with fewer than 20 other changes, nothing is said
        "10000, 22, 0"
    })
    void aCloseFarFromBothNeighboursIsATick(double close, int days, int ticks) {
        int wrong = days / 2 / 2 * 2;
        assertThat(ticks(false, days, day -> day == wrong ? close : 100 + day % 2 * 0.5))
                .hasSize(ticks);
    }

    @ParameterizedTest
    @CsvSource({"100", "50", "500"})
    void aLevelThatStaysIsNone(double level) {
        assertThat(ticks(false, 60, day -> day < 30 ? 100 + day % 2 * 0.5 : level + day % 2 * 0.5))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-37, 1", "19, 0"})
    void whereACloseCanBeNegativeDifferencesCount(double close, int ticks) {
        assertThat(ticks(true, 60, day -> day == 30 ? close : 20 + day % 2 * 0.25))
                .hasSize(ticks);
    }

    @ParameterizedTest
    @CsvSource({"8.29, 0", "8.37, 1"})
    void whereACloseNeverMovesAnotherThatIsOnePerCentAwayIsATick(double close, int ticks) {
        assertThat(ticks(false, 60, day -> day == 30 ? close : 8.28)).hasSize(ticks);
    }

    private static List<Finding> ticks(boolean nonPositive, int days, IntToDoubleFunction closes) {
        PriceSeries series = new PriceSeries(
                new InstrumentId("WTI"),
                "mine",
                "WTI",
                false,
                QuoteKind.PRICE,
                "",
                nonPositive,
                SessionDays.DAILY,
                List.of());
        NavigableMap<LocalDate, PriceRow> rows = new TreeMap<>();
        for (int day = 0; day < days; day++) {
            Bar bar = new Bar(null, null, null, BigDecimal.valueOf(closes.applyAsDouble(day)));
            rows.put(FIRST.plusDays(day), new PriceRow(series, FIRST.plusDays(day), bar, "a.csv", day + 2L, () -> ""));
        }
        FindingCollector findings = FindingCollector.empty();
        new PriceChecks(series, Map.of(), rows, findings).run(Set.of());
        return findings.findings().stream()
                .filter(finding -> finding.kind() == FindingKind.BAD_TICK)
                .toList();
    }
}
