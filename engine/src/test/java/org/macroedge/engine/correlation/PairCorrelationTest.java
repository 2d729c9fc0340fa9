package org.macroedge.engine.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Cases worked by hand.
class PairCorrelationTest {

    private static final double GAP = Double.NaN;

    private static double[] of(double... values) {
        return values;
    }

    /// Deviations −1.5, −0.5, 0.5, 1.5 and −3, −2, −1, 6: r = 14/√(5 · 50); the lag-1 autocorrelations are
    /// 1.25/5 and 2/50, so the effective number is 4 · 0.99/1.01; the interval is tanh(1.40039845 ±
    /// 1.95996398/√0.92079208).
    @Test
    void aCaseWorkedByHand() {
        PairCorrelation pair = PairCorrelation.of(of(1, 2, 3, 4), of(1, 2, 3, 10), 2);
        assertThat(pair.observations()).isEqualTo(4);
        assertThat(pair.value()).isCloseTo(14 / Math.sqrt(250), within(1e-15));
        assertThat(pair.effective()).isCloseTo(4 * 0.99 / 1.01, within(1e-14));
        assertThat(pair.lower()).isCloseTo(-0.56634551, within(1e-8));
        assertThat(pair.upper()).isCloseTo(0.99795779, within(1e-8));
        assertThat(pair.differsFromZero()).isFalse();
    }

    /// Without the middle row the halves do not follow each other: (−2 · −1 + 1 · 2)/10 = 0.4 of both, so that
    /// effective = 4 · 0.84/1.16.
    @Test
    void rowsOnBothSidesOfAGapDoNotFollowEachOther() {
        PairCorrelation pair = PairCorrelation.of(of(1, 2, 9, 4, 5), of(1, 2, GAP, 4, 5), 2);
        assertThat(pair.observations()).isEqualTo(4);
        assertThat(pair.effective()).isCloseTo(4 * 0.84 / 1.16, within(1e-14));
    }

    @Test
    void seriesThatAlternateCountAtMostTheirRows() {
        double[] alternating =
                IntStream.range(0, 40).mapToDouble(row -> row % 2).toArray();
        double[] slow = IntStream.range(0, 40).mapToDouble(row -> row).toArray();
        assertThat(PairCorrelation.of(alternating, slow, 20).effective()).isEqualTo(40.0);
    }

    @Test
    void seriesThatMoveAsOneHaveAnIntervalWithoutWidth() {
        double[] values =
                IntStream.range(0, 40).mapToDouble(row -> row * row % 11).toArray();
        double[] opposite =
                IntStream.range(0, 40).mapToDouble(row -> -values[row]).toArray();
        PairCorrelation same = PairCorrelation.of(values, values, 20);
        assertThat(List.of(same.value(), same.lower(), same.upper())).containsOnly(1.0);
        assertThat(same.differsFromZero()).isTrue();
        PairCorrelation against = PairCorrelation.of(values, opposite, 20);
        assertThat(against.value()).isEqualTo(-1.0);
        assertThat(against.differsFromZero()).isTrue();
    }

    @Test
    void fewerRowsThanAskedForGiveTheCauseAndTheirNumber() {
        PairCorrelation pair = PairCorrelation.of(of(1, GAP, 3, 4), of(1, 2, GAP, 4), 3);
        assertThat(pair).isEqualTo(new PairCorrelation(2, null, null, null, null, NoCorrelation.TOO_FEW_OBSERVATIONS));
        assertThat(pair.differsFromZero()).isFalse();
    }

    @Test
    void asManyRowsAsAskedForAreEnough() {
        assertThat(PairCorrelation.of(of(1, 2, 4), of(1, 3, 2), 3).value()).isNotNull();
    }

    @Test
    void aSeriesWithoutVariationInTheRowsHasNoCorrelation() {
        PairCorrelation none = new PairCorrelation(3, null, null, null, null, NoCorrelation.CONSTANT);
        assertThat(PairCorrelation.of(of(0.1, 0.1, 0.1, 5), of(1, 2, 3, GAP), 3))
                .isEqualTo(none);
        assertThat(PairCorrelation.of(of(1, 2, 3, GAP), of(0, 0, 0, 5), 3)).isEqualTo(none);
    }

    @Test
    void anEffectiveNumberOfThreeOrLessGivesNoInterval() {
        PairCorrelation pair = PairCorrelation.of(of(1, 2, 4), of(1, 3, 2), 2);
        assertThat(pair.value()).isNotNull();
        assertThat(pair.lower()).isNull();
        assertThat(pair.upper()).isNull();
        assertThat(pair.differsFromZero()).isFalse();
    }

    @Test
    void allMissingIsTooFew() {
        assertThat(PairCorrelation.of(of(GAP, GAP), of(1, 2), 2).cause()).isEqualTo(NoCorrelation.TOO_FEW_OBSERVATIONS);
        assertThat(PairCorrelation.of(of(), of(), 2).observations()).isZero();
    }

    @Test
    void hugeAndTinyValuesNeitherOverflowNorVanish() {
        double[] small =
                IntStream.range(0, 30).mapToDouble(row -> row * row % 7).toArray();
        double[] other =
                IntStream.range(0, 30).mapToDouble(row -> row * row % 5).toArray();
        double expected = PairCorrelation.of(small, other, 20).value();
        for (double scale : of(1e300, 1e-300)) {
            double[] scaled = IntStream.range(0, 30)
                    .mapToDouble(row -> small[row] * scale)
                    .toArray();
            assertThat(PairCorrelation.of(scaled, other, 20).value()).isCloseTo(expected, within(1e-12));
        }
    }

    /// Ranks 2, 1, 4, 3, 5 and 1.5, 1.5, 3, 4, 5: deviations −1, −2, 1, 0, 2 and −1.5, −1.5, 0, 1, 2, so that
    /// r = 8.5/√(10 · 9.5).
    @Test
    void ranksWorkedByHandWithATie() {
        PairCorrelation pair =
                PairCorrelation.of(of(7, -1, 1e9, 8, 1e300), of(-0.0, 0, 1, 2, 3), CorrelationMethod.SPEARMAN, 2);
        assertThat(pair.value()).isCloseTo(8.5 / Math.sqrt(95), within(1e-15));
    }

    @Test
    void ranksKnowNothingOfTheSizeOfAValueAndHaveTheSameCauses() {
        double[] values =
                IntStream.range(0, 40).mapToDouble(row -> row * row % 41).toArray();
        double[] cubes =
                Arrays.stream(values).map(value -> value * value * value).toArray();
        PairCorrelation pair = PairCorrelation.of(values, cubes, CorrelationMethod.SPEARMAN, 20);
        assertThat(List.of(pair.value(), pair.lower(), pair.upper())).containsOnly(1.0);
        assertThat(PairCorrelation.of(of(1, GAP, 3, 4), of(1, 2, GAP, 4), CorrelationMethod.SPEARMAN, 3))
                .isEqualTo(new PairCorrelation(2, null, null, null, null, NoCorrelation.TOO_FEW_OBSERVATIONS));
        assertThat(PairCorrelation.of(of(2, 2, 2), of(1, 2, 3), CorrelationMethod.SPEARMAN, 3)
                        .cause())
                .isEqualTo(NoCorrelation.CONSTANT);
    }

    @Test
    void aMatrixOfRanksHasThePairsOfRanks() {
        Map<Long, Double> first = new HashMap<>();
        Map<Long, Double> second = new HashMap<>();
        for (long row = 0; row < 60; row++) {
            first.put(row, (double) (row * row % 17));
            if (row % 5 != 0) {
                second.put(row, (double) (row * 7 % 13));
            }
        }
        SeriesTable table = SeriesTable.of(first.keySet().stream().toList(), Map.of("a", first, "b", second));
        CorrelationMatrix matrix = CorrelationMatrix.of(table, CorrelationMethod.SPEARMAN, 20);
        CorrelationMatrix pair = CorrelationMatrix.ofPair(table, "a", "b", CorrelationMethod.SPEARMAN, 20);
        assertThat(matrix.pairs()).isEqualTo(pair.pairs());
        assertThat(pair.pairs().getFirst().correlation())
                .isEqualTo(PairCorrelation.of(table.column(0), table.column(1), CorrelationMethod.SPEARMAN, 20))
                .isNotEqualTo(PairCorrelation.of(table.column(0), table.column(1), 20));
    }

    @Test
    void causesHaveStableCodes() {
        assertThat(NoCorrelation.TOO_FEW_OBSERVATIONS.code()).isEqualTo("too-few-observations");
        assertThat(NoCorrelation.CONSTANT.code()).isEqualTo("constant");
        assertThat(CorrelationMethod.PEARSON.code()).isEqualTo("pearson");
        assertThat(CorrelationMethod.SPEARMAN.code()).isEqualTo("spearman");
    }
}
