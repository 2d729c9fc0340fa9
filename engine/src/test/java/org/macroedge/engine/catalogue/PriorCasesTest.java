package org.macroedge.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.engine.Samples;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.Region;

class PriorCasesTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/cases/prior.csv", numLinesToSkip = 1)
    void aPriorServesFromTheDayAfterItsData(LocalDate dataTo, Instant releasedAt, boolean serves) {
        Prior prior = new Prior(BigDecimal.ONE, LocalDate.of(2000, 1, 1), dataTo, "a study");
        Indicator indicator = Samples.indicator("us-x", Region.US, Category.GROWTH, Frequency.MONTHLY, null, prior);

        assertThat(indicator.priorServes(releasedAt)).isEqualTo(serves);
    }
}
