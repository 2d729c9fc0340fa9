package org.macroedge.server.releases.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ForecastSpread;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;

class RowSpoolTest {

    private static final Path CATALOGUE = Path.of("../catalogue");
    private static final Catalogue LOADED = CatalogueLoader.load(CATALOGUE);
    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

    @Test
    void rowsBeyondTheBoundComeBackFromTheFileAsTheyWere() {
        try (RowSpool spool = new RowSpool("test", 3)) {
            List<ReportedRelease> added = new ArrayList<>();
            for (int number = 0; number < 20; number++) {
                String indicator = number % 3 == 0 ? "us-nonfarm-payrolls" : "de-ifo-business-climate";
                added.add(row(indicator, number));
            }

            added.forEach(spool::add);

            Map<Indicator, List<ReportedRelease>> expected =
                    added.stream().collect(Collectors.groupingBy(ReportedRelease::indicator));
            assertThat(spool.groups(indicator -> indicator.id().value()))
                    .extracting(group -> group.getFirst().id().value())
                    .containsExactly("de-ifo-business-climate", "us-nonfarm-payrolls");
            expected.forEach(
                    (indicator, rows) -> assertThat(spool.take(indicator)).isEqualTo(rows));
        }
    }

    @Test
    void aGroupHasNoMoreRowsThanTheBoundUnlessItIsOneIndicator() {
        try (RowSpool spool = new RowSpool("test", 5)) {
            for (int number = 0; number < 7; number++) {
                spool.add(row("us-nonfarm-payrolls", number));
            }
            spool.add(row("de-ifo-business-climate", 1));
            spool.add(row("au-employment-change", 1));

            assertThat(spool.groups(indicator -> indicator.id().value()).stream()
                            .map(group -> group.stream()
                                    .map(indicator -> indicator.id().value())
                                    .toList()))
                    .containsExactly(
                            List.of("au-employment-change", "de-ifo-business-climate"), List.of("us-nonfarm-payrolls"));
        }
    }

    @Test
    void aLargeRegionIsDividedIntoItsFamilies() {
        try (RowSpool spool = new RowSpool("test", 5)) {
            for (int number = 0; number < 4; number++) {
                spool.add(row("us-nonfarm-payrolls", number));
                spool.add(row("us-cpi-mom", number));
                spool.add(row("us-retail-sales-mom", number));
            }

            assertThat(spool.groups(indicator -> indicator.id().value()))
                    .hasSize(3)
                    .allSatisfy(group -> assertThat(group).hasSize(1));
            assertThat(spool.groups(indicator -> "all")).hasSize(1);
        }
    }

    @Test
    void aRowOfAnotherSourceIsRefused() {
        try (RowSpool spool = new RowSpool("another", 5)) {
            assertThatThrownBy(() -> spool.add(row("us-nonfarm-payrolls", 1)))
                    .hasMessage("file 1:3: source test in a batch of another");
        }
    }

    private static ForecastSpread spread(int index) {
        return switch (index) {
            case 0 -> ForecastSpread.NONE;
            case 1 -> new ForecastSpread(new BigDecimal("-0.2"), new BigDecimal("1E+3"), 7);
            default -> new ForecastSpread(null, new BigDecimal("0"), null);
        };
    }

    private static ReportedRelease row(String indicator, int number) {
        @Nullable
        BigDecimal sometimes = number % 2 == 0 ? null : new BigDecimal("1.50").add(BigDecimal.valueOf(number));
        List<ReportedForecast> forecasts = new ArrayList<>();
        for (int index = 0; index < number % 4; index++) {
            forecasts.add(new ReportedForecast(
                    ForecastKind.values()[index],
                    new BigDecimal("-0.10"),
                    index == 0 ? null : START.plusNanos(index * 1_000L),
                    spread(index)));
        }
        return new ReportedRelease(
                "file " + number % 2,
                number + 2,
                "title " + number % 3,
                "test",
                LOADED.indicator(indicator).orElseThrow(),
                START.plusSeconds(number * 3_600L),
                number % 4 == 0 ? null : LocalDate.of(2020, 1, 1),
                number % 5 == 0,
                number % 3 == 0 ? null : LocalDate.of(2019, 12, 1),
                sometimes,
                sometimes,
                forecasts,
                number % 3 == 0 ? START.plusNanos(7_000) : null,
                number % 7 == 0 ? null : "event é " + number,
                number % 8 == 0,
                number % 9 == 0 ? null : new SpillTarget(START, number % 2 == 0 ? null : LocalDate.of(2021, 1, 1)));
    }
}
