package org.macroedge.server.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;

/// When releases are expected by the catalogue's cadence, one case a line.
class CadenceCasesTest {

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "cadence-cases.csv", delimiter = '|', numLinesToSkip = 1)
    void everyRuleGivesTheInstantsOfItsCases(
            String rule,
            String theCase,
            String id,
            String released,
            @Nullable LocalDate period,
            Instant asOf,
            Instant until,
            @Nullable String expected) {
        Indicator indicator = CATALOGUE.indicator(id).orElseThrow();

        List<LocalDate> recent =
                Arrays.stream(released.split("; ")).map(LocalDate::parse).toList();

        String instants = ReleaseCadence.after(indicator, recent, period, asOf, until).stream()
                .map(Instant::toString)
                .collect(Collectors.joining("; "));

        assertThat(instants).as("%s: %s", rule, theCase).isEqualTo(expected == null ? "" : expected);
    }
}
