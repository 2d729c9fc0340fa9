package org.macroedge.server.surprises;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;

class OverdueReleasesTest {

    private static final Catalogue SHIPPED = CatalogueLoader.load(Path.of("../catalogue"));

    @ParameterizedTest
    @CsvSource({
        "us-nonfarm-payrolls, 2021-09-03T12:30:00Z, 2021-11-03T09:00:00Z, false",
        "us-nonfarm-payrolls, 2021-09-03T12:30:00Z, 2021-11-03T10:00:00Z, true",
        "us-nonfarm-payrolls,                     , 2021-09-03T12:30:00Z, true",
        "us-unemployment-claims, 2021-09-02T12:30:00Z, 2021-09-16T12:30:00Z, false",
        "us-unemployment-claims, 2021-09-02T12:30:00Z, 2021-09-16T12:30:01Z, true",
        // eleven meetings a year until 2023, eight since
        "au-cash-rate, 2023-09-05T04:30:00Z, 2023-11-15T04:30:00Z, true",
        "au-cash-rate, 2024-02-06T03:30:00Z, 2024-04-15T04:30:00Z, false",
        // ended, and not yet in force
        "au-retail-sales-mom, 2025-07-31T01:30:00Z, 2026-01-01T00:00:00Z, false",
        "au-cpi-mom, , 2021-09-03T12:30:00Z, false",
        "au-cpi-mom, , 2026-01-20T00:00:00Z, false",
        "au-cpi-mom, , 2026-02-01T00:00:00Z, true"
    })
    void anIndicatorInForceIsOverdueAfterTwoPeriods(String id, @Nullable Instant last, Instant asOf, boolean overdue) {
        assertThat(OverdueReleases.overdue(SHIPPED.indicator(id).orElseThrow(), last, asOf))
                .isEqualTo(overdue);
    }
}
