package org.macroedge.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.engine.Samples;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.Region;

class PeriodInferenceTest {

    @ParameterizedTest
    @CsvSource({
        "MONTHLY, 5, 2021-09-03, 2021-08-01", // US payrolls of August
        "MONTHLY, 5, 2021-10-08, 2021-09-01",
        "MONTHLY, -8, 2021-08-23, 2021-08-01", // a flash PMI, before its month ends
        "MONTHLY, 36, 2022-01-06, 2021-11-01", // US trade, a month later than most
        "MONTHLY, -16, 2020-02-14, 2020-02-01",
        "QUARTERLY, 28, 2021-07-29, 2021-04-01", // first US GDP
        "QUARTERLY, 86, 2021-03-25, 2020-10-01", // final US GDP
        "QUARTERLY, -3, 2021-12-13, 2021-10-01", // Tankan of December comes early
        "QUARTERLY, -3, 2021-10-01, 2021-07-01",
        "WEEKLY, 5, 2021-09-02, 2021-08-22", // US jobless claims, weeks from Sunday to Saturday
    })
    void thePeriodIsTheOneWhoseEndLiesNearestToTheLagBeforeTheRelease(
            Frequency frequency, int lag, LocalDate released, LocalDate firstDay) {
        assertThat(PeriodInference.firstDay(frequency, lag, released)).isEqualTo(firstDay);
    }

    @Test
    void ofTwoEquallyNearPeriodsItIsTheEarlier() {
        // 15 April lies 15 days after the end of March and 15 before that of April
        assertThat(PeriodInference.firstDay(Frequency.MONTHLY, 0, LocalDate.of(2021, 4, 15)))
                .isEqualTo("2021-03-01");
        assertThat(PeriodInference.firstDay(Frequency.MONTHLY, 0, LocalDate.of(2021, 4, 16)))
                .isEqualTo("2021-04-01");
    }

    @Test
    void aPolicyDecisionDescribesNoPeriod() {
        assertThat(PeriodInference.firstDay(Frequency.IRREGULAR, 0, LocalDate.of(2021, 4, 15)))
                .isNull();
    }

    @Test
    void anIndicatorWithoutALagInfersNothing() {
        Indicator without = Samples.indicator("us-x", Region.US, Category.GROWTH);
        assertThat(without.inferredPeriod(LocalDate.of(2021, 9, 3))).isEmpty();
        assertThat(withLag(without, 5).inferredPeriod(LocalDate.of(2021, 9, 3))).contains(LocalDate.of(2021, 8, 1));
    }

    private static Indicator withLag(Indicator one, int lag) {
        return new Indicator(
                one.id(),
                one.name(),
                one.shortName(),
                one.region(),
                one.category(),
                one.unit(),
                one.transform(),
                one.adjustment(),
                one.frequency(),
                one.meetings(),
                one.polarity(),
                one.importance(),
                one.group(),
                one.stage(),
                one.step(),
                one.floor(),
                lag,
                one.previousRefersTo(),
                one.policyRate(),
                one.release(),
                one.prior(),
                one.validFrom(),
                one.validTo(),
                one.successor());
    }
}
