package org.macroedge.engine.bias;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.Region;

class LatenessTest {

    /// Irregular: eight meetings a year, two periods of 45.65625 days.
    @ParameterizedTest
    @CsvSource({"WEEKLY, 9", "MONTHLY, 45", "QUARTERLY, 110", "IRREGULAR, 91.3125"})
    void withoutAScheduleAgeDecidesByFrequency(Frequency frequency, double days) {
        Indicator indicator = Samples.indicator("us-x", Region.US, Category.GROWTH, frequency, null, null);
        long patience = (long) (days * Samples.DAY);
        assertThat(Lateness.late(indicator, List.of(), 0, patience)).isFalse();
        assertThat(Lateness.late(indicator, List.of(), 0, patience + 1)).isTrue();
    }
}
