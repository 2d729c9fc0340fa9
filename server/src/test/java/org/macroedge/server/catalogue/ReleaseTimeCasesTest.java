package org.macroedge.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// When a release of a date was published, one case a line: the announcements of the publishers, and the clock times of
/// the calendars of 2010 to 2021 and 2025.
class ReleaseTimeCasesTest {

    private static final Catalogue SHIPPED = CatalogueLoader.load(Path.of("../catalogue"));

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "release-time-cases.csv", delimiter = '|', numLinesToSkip = 1)
    void aDateIsKnownAtTheHourOfItsTime(String rule, String indicator, LocalDate date, Instant known) {
        assertThat(SHIPPED.indicator(indicator).orElseThrow().knownAt(date))
                .as(rule)
                .isEqualTo(known);
    }
}
