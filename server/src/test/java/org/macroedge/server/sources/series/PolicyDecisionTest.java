package org.macroedge.server.sources.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.catalogue.series.Series;

/// The cases of decision 0036, for Bank Rate.
class PolicyDecisionTest {

    private static final Series BANK_RATE =
            CatalogueLoader.load(Path.of("../catalogue")).series("boe").getFirst();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "policy-decision.csv", delimiter = '|', numLinesToSkip = 1)
    void aDecisionIsInTheFirstDayOnWhichItIsInForce(
            String name,
            @Nullable String days,
            LocalDate first,
            Instant seen,
            int inForce,
            @Nullable String scheduled,
            @Nullable Instant known) {
        Vintage vintage = new Vintage("IUDBEDR", first, new BigDecimal("3.75"), seen, null);
        List<Vintage> vintages = new ArrayList<>(List.of(vintage));
        words(days).map(LocalDate::parse).forEach(day -> vintages.add(rate(day.toString(), "4", seen)));
        List<Instant> due = words(scheduled).map(Instant::parse).toList();

        assertThat(KnownFrom.of(
                        inForce(inForce), vintage, new SeriesHistory(vintages, null), vintages.size() == 1, due))
                .as(name)
                .isEqualTo(Stream.ofNullable(known)
                        .map(instant -> new KnownFrom(instant, true))
                        .findFirst());
    }

    private static Stream<String> words(@Nullable String text) {
        return text == null ? Stream.of() : Arrays.stream(text.split(" "));
    }

    private static Vintage rate(String day, String value, Instant seen) {
        return new Vintage("IUDBEDR", LocalDate.parse(day), new BigDecimal(value), seen, null);
    }

    private static Series inForce(int days) {
        return new Series(
                BANK_RATE.indicator(),
                BANK_RATE.source(),
                BANK_RATE.key(),
                BANK_RATE.publishes(),
                BANK_RATE.unit(),
                BANK_RATE.scale(),
                BANK_RATE.transform(),
                days,
                BANK_RATE.page(),
                BANK_RATE.release(),
                BANK_RATE.staged());
    }

    @Test
    void theRateBeforeADecisionIsThatOfTheLastDayBeforeIt() {
        Instant seen = Instant.parse("2026-11-09T09:35:00Z");
        SeriesHistory history = new SeriesHistory(
                List.of(
                        rate("2026-11-03", "4.25", seen),
                        rate("2026-11-04", "4", seen),
                        rate("2026-11-05", "3.75", seen),
                        rate("2026-11-06", "3.75", seen)),
                null);
        SeenActual decision = new SeenActual(
                "gb-official-bank-rate",
                LocalDate.parse("2026-11-06"),
                "IUDBEDR",
                seen,
                new KnownFrom(Instant.parse("2026-11-05T12:00:00Z"), true));

        assertThat(PolicyDecision.previous(BANK_RATE, decision, history)).contains(new BigDecimal("4"));
    }

    @Test
    void theSeriesOfRatesAreKnown() {
        assertThat(CatalogueLoader.load(Path.of("../catalogue")).series())
                .filteredOn(Series::isPolicyRate)
                .extracting(series -> series.source() + " " + series.indicator().id() + " " + series.inForceDays())
                .containsExactlyInAnyOrder(
                        "bis au-cash-rate 1",
                        "bis ch-snb-policy-rate 1",
                        "bis jp-boj-policy-rate 1",
                        "bis nz-official-cash-rate 1",
                        "boc ca-overnight-rate 1",
                        "boe gb-official-bank-rate 1",
                        "ecb ea-main-refinancing-rate 7",
                        "nyfed us-fed-funds-rate 1");
    }
}
