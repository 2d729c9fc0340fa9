package org.macroedge.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Cases worked by hand: series whose correlations are 0, 1, −1 and 1/2.
class ParticipationRatioTest {

    private static final double[] UP = {1, -1, 1, -1};
    private static final double[] PAIRS = {1, 1, -1, -1};

    @Test
    void seriesWithoutCorrelationCountEach() {
        assertThat(ParticipationRatio.of(List.of(UP, PAIRS))).isEqualTo(new ParticipationRatio(2, 2, 4));
    }

    @Test
    void seriesThatMoveAsOneCountOnceWhateverTheirSignAndScale() {
        double[] opposite = {-3, 5, -3, 5};
        assertThat(ParticipationRatio.of(List.of(UP, opposite, UP)).effective()).isCloseTo(1, within(1e-12));
    }

    /// Deviations 1, −1, 0 and 1, 0, −1 have the correlation 1/2: 4 / (1 + 1 + 2 · 1/4) = 1.6.
    @Test
    void aCorrelationOfOneHalfLeavesEightFifthsOfTwoSeries() {
        double[] first = {1, -1, 0};
        double[] second = {1, 0, -1};
        assertThat(ParticipationRatio.of(List.of(first, second)).effective()).isCloseTo(1.6, within(1e-12));
    }

    @Test
    void aSeriesThatDoesNotVaryOrHasAGapIsLeftOut() {
        double[] constant = {2, 2, 2, 2};
        double[] gap = {1, Double.NaN, 2, 3};
        assertThat(ParticipationRatio.of(List.of(UP, constant, gap)).series()).isEqualTo(1);
        assertThat(ParticipationRatio.of(List.of(constant)).series()).isZero();
        assertThat(ParticipationRatio.of(List.of()).series()).isZero();
    }
}
