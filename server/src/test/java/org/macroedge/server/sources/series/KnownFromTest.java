package org.macroedge.server.sources.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.catalogue.series.Series;

/// The cases of decision 0024, for the change of payrolls, whose usual lag is five days.
class KnownFromTest {

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final Indicator PAYROLLS =
            CATALOGUE.indicator("us-nonfarm-payrolls").orElseThrow();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "known-from.csv", delimiter = '|', numLinesToSkip = 1)
    void aFigureCountsFromTheInstantThatIsProven(
            String name,
            LocalDate period,
            @Nullable Instant lacked,
            Instant seen,
            boolean alone,
            @Nullable String scheduled,
            @Nullable Instant known,
            boolean scheduleTime) {
        List<Instant> due = scheduled == null
                ? List.of()
                : Arrays.stream(scheduled.split(" ")).map(Instant::parse).toList();
        Vintage first = new Vintage("CES0000000001", period, BigDecimal.ONE, seen, lacked);

        assertThat(KnownFrom.of(first, PAYROLLS, false, alone, due))
                .as(name)
                .isEqualTo(Stream.ofNullable(known)
                        .map(instant -> new KnownFrom(instant, scheduleTime))
                        .findFirst());
    }

    /// A flash estimate comes at the end of its month and the final figure 17 days later, so that a figure which was
    /// not seen for longer than three days may be either.
    @ParameterizedTest
    @CsvSource({
        "2026-10-30T09:54:00Z, 2026-10-30T10:01:00Z, 2026-10-30T10:00:00Z, 2026-10-30T10:00:00Z",
        "2026-10-28T09:00:00Z, 2026-10-31T09:00:00Z, , 2026-10-31T09:00:00Z",
        "2026-10-28T09:00:00Z, 2026-10-31T09:00:01Z, , ",
        "2026-10-29T09:00:00Z, 2026-11-18T10:01:00Z, 2026-10-30T10:00:00Z, ",
        "2026-10-27T09:00:00Z, 2026-10-30T11:00:00Z, 2026-10-30T10:00:00Z, 2026-10-30T10:00:00Z"
    })
    void aFigureOfALaterStageIsNotTakenForTheFirst(
            Instant lacked, Instant seen, @Nullable Instant scheduled, @Nullable Instant known) {
        Indicator flash = CATALOGUE.indicator("ea-cpi-flash-estimate-yoy").orElseThrow();
        Vintage first = new Vintage("x", LocalDate.parse("2026-10-01"), BigDecimal.ONE, seen, lacked);
        List<Instant> due = Stream.ofNullable(scheduled).toList();

        assertThat(KnownFrom.of(first, flash, true, true, due).map(KnownFrom::instant))
                .isEqualTo(Optional.ofNullable(known));
    }

    @Test
    void theSeriesOfFirstStagesAreKnown() {
        assertThat(CATALOGUE.series())
                .filteredOn(Series::staged)
                .extracting(series -> series.source() + " " + series.indicator().id())
                .contains(
                        "bls us-prelim-nonfarm-productivity-qoq",
                        "bls us-prelim-unit-labor-costs-qoq",
                        "eurostat ea-core-cpi-flash-estimate-yoy",
                        "eurostat ea-cpi-flash-estimate-yoy",
                        "eurostat ea-prelim-flash-gdp-qoq")
                .doesNotContain("bls us-nonfarm-payrolls", "bls us-cpi-mom", "eurostat ea-ppi-mom");
    }
}
