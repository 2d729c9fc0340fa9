package org.macroedge.server.sources.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.catalogue.CatalogueLoader;

/// The cases of decision 0024, for the change of payrolls, whose usual lag is five days.
class KnownFromTest {

    private static final Indicator PAYROLLS = CatalogueLoader.load(Path.of("../catalogue"))
            .indicator("us-nonfarm-payrolls")
            .orElseThrow();

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

        assertThat(KnownFrom.of(first, PAYROLLS, alone, due))
                .as(name)
                .isEqualTo(Stream.ofNullable(known)
                        .map(instant -> new KnownFrom(instant, scheduleTime))
                        .findFirst());
    }
}
