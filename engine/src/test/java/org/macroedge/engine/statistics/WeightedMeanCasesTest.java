package org.macroedge.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.engine.Cases;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.IndicatorId;

class WeightedMeanCasesTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/cases/weighted-mean.csv", numLinesToSkip = 1)
    void theWeightHalvesEverySixReleases(String values, double expected) {
        List<String> cells = Cases.list(values);
        List<StandardisedSurprise> surprises = IntStream.range(0, cells.size())
                .mapToObj(index -> Cases.surprise(
                        new IndicatorId("us-x"),
                        index,
                        Instant.ofEpochSecond(index),
                        null,
                        false,
                        Double.valueOf(cells.get(index))))
                .toList();

        RollingStatistics statistics = SurpriseSeries.of(surprises).statistics(Instant.ofEpochSecond(100), 30);

        assertThat(statistics.weightedMean()).isCloseTo(expected, within(1e-12));
    }
}
