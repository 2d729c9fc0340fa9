package org.macroedge.engine.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.correlation.CorrelationComponent.Loading;

class SharedMovementTest {

    private static final int ROWS = 40;

    private static Map<Long, Double> series(int from, IntToDoubleFunction value) {
        Map<Long, Double> values = new HashMap<>();
        for (int row = from; row < ROWS; row++) {
            values.put((long) row, value.applyAsDouble(row));
        }
        return values;
    }

    private static SeriesTable table(Map<String, Map<Long, Double>> series) {
        return table(0, series);
    }

    private static SeriesTable table(int from, Map<String, Map<Long, Double>> series) {
        return SeriesTable.of(LongStream.range(from, ROWS).boxed().toList(), series);
    }

    private static SharedMovement found(Map<String, Map<Long, Double>> series) {
        return ((SharedMovement.Found) SharedMovement.of(table(series), CorrelationMethod.PEARSON, 20)).movement();
    }

    /// S = ((1, ½), (½, ½)), μ = ¾: ‖S − μI‖² = 2/16 + 2/4 = 5/8. The products differ from S by ½ in 4 rows for
    /// xy, twice, and for yy: β² = 3/16, so the intensity is 3/10, and the matrix 0.7·S + 0.225·I.
    @Test
    void theShrinkageOfACaseWorkedByHand() {
        LedoitWolf shrunk = LedoitWolf.of(List.of(new double[] {6, 4, 6, 4}, new double[] {1, -1, 0, 0}));
        assertThat(shrunk.intensity()).isCloseTo(0.3, within(1e-15));
        assertThat(shrunk.matrix()[0]).containsExactly(new double[] {0.925, 0.35}, within(1e-15));
        assertThat(shrunk.matrix()[1]).containsExactly(new double[] {0.35, 0.575}, within(1e-15));
    }

    @Test
    void oneSeriesIsItsOwnTarget() {
        LedoitWolf shrunk = LedoitWolf.of(List.of(new double[] {1, 3}));
        assertThat(shrunk.intensity()).isZero();
        assertThat(shrunk.matrix()[0]).containsExactly(1);
    }

    @Test
    void aCovarianceOfNothingIsRefused() {
        assertThatThrownBy(() -> LedoitWolf.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a covariance needs at least one series and one row");
        assertThatThrownBy(() -> LedoitWolf.of(List.of(new double[0]))).isInstanceOf(IllegalArgumentException.class);
    }

    /// ((2, 1), (1, 2)) has the eigenvalues 3 and 1, with (1, 1)/√2 and (1, −1)/√2.
    @Test
    void theEigenvaluesOfACaseWorkedByHand() {
        SymmetricEigenvalues found = SymmetricEigenvalues.of(new double[][] {{2, 1}, {1, 2}});
        double half = Math.sqrt(0.5);
        assertThat(found.values()).containsExactly(new double[] {3, 1}, within(1e-15));
        assertThat(found.vectors()[0]).containsExactly(new double[] {half, half}, within(1e-15));
        assertThat(found.vectors()[1]).containsExactly(new double[] {half, -half}, within(1e-15));
    }

    @Test
    void aSingularMatrixAndOneOfZerosHaveEigenvaluesToo() {
        assertThat(SymmetricEigenvalues.of(new double[][] {{1, -1}, {-1, 1}}).values())
                .containsExactly(new double[] {2, 0}, within(1e-15));
        assertThat(SymmetricEigenvalues.of(new double[2][2]).values()).containsExactly(0, 0);
    }

    @Test
    void seriesThatMoveAsOneAreOneComponentWhoseMembersHaveTheirSigns() {
        SharedMovement shared = found(Map.of(
                "b", series(0, row -> row * row % 7),
                "a", series(0, row -> row * row % 7),
                "c", series(0, row -> -2.0 * (row * row % 7))));
        assertThat(shared.effective()).isCloseTo(1, within(1e-12));
        assertThat(shared.components()).hasSize(3);
        assertThat(shared.components().getFirst().share()).isGreaterThan(0.9);
        assertThat(shared.components().getFirst().members())
                .extracting(Loading::name)
                .containsExactly("a", "b", "c");
        assertThat(shared.components().getFirst().members().get(0).weight())
                .isCloseTo(Math.sqrt(1 / 3.0), within(1e-12));
        assertThat(shared.components().getFirst().members().get(2).weight())
                .isCloseTo(-Math.sqrt(1 / 3.0), within(1e-12));
    }

    @Test
    void aComponentNamesItsFiveLargestMembers() {
        Map<String, Map<Long, Double>> series = new HashMap<>();
        for (int number = 0; number < 7; number++) {
            series.put("s" + number, series(0, row -> row * row % 7));
        }
        SharedMovement shared = found(series);
        assertThat(shared.components().getFirst().members())
                .extracting(Loading::name)
                .containsExactly("s0", "s1", "s2", "s3", "s4");
    }

    @Test
    void aSeriesWithValuesInHalfOfTheRowsTakesPartAndOneWithFewerDoesNot() {
        Map<String, Map<Long, Double>> series = Map.of(
                "whole", series(0, row -> row * row % 7),
                "half", series(ROWS / 2, row -> row * row % 5),
                "less", series(ROWS / 2 + 1, row -> row * row % 3));
        SharedMovement shared = found(series);
        assertThat(shared.names()).containsExactly("half", "whole");
        assertThat(shared.observations()).isEqualTo(ROWS / 2);
    }

    @Test
    void aSeriesThatDoesNotVaryIsLeftOut() {
        assertThat(found(Map.of("flat", series(0, row -> 0), "moves", series(0, row -> row % 3)))
                        .names())
                .containsExactly("moves");
    }

    @Test
    void withoutEnoughRowsOrAnyVariationTheCauseIsGiven() {
        assertThat(SharedMovement.of(table(Map.of()), CorrelationMethod.PEARSON, 20))
                .isEqualTo(tooFew(0, 0));
        assertThat(SharedMovement.of(table(Map.of("a", Map.of())), CorrelationMethod.PEARSON, 20))
                .isEqualTo(tooFew(0, 0));
        assertThat(SharedMovement.of(table(ROWS, Map.of("a", Map.of())), CorrelationMethod.PEARSON, 20))
                .isEqualTo(tooFew(0, 0));
        Map<String, Map<Long, Double>> late = Map.of("a", series(ROWS - 19, row -> row));
        assertThat(SharedMovement.of(table(late), CorrelationMethod.PEARSON, 20))
                .isEqualTo(tooFew(0, 0));
        assertThat(SharedMovement.of(table(ROWS - 19, late), CorrelationMethod.PEARSON, 20))
                .isEqualTo(tooFew(1, 19));
        assertThat(SharedMovement.of(table(Map.of("a", series(0, row -> 3))), CorrelationMethod.PEARSON, 20))
                .isEqualTo(new SharedMovement.NotFound(NoCorrelation.CONSTANT, 1, ROWS));
    }

    private static SharedMovement.NotFound tooFew(int series, int observations) {
        return new SharedMovement.NotFound(NoCorrelation.TOO_FEW_OBSERVATIONS, series, observations);
    }

    @Test
    void noSeriesAndOneSeriesHaveAnOrderWithoutPairs() {
        CorrelationMatrix none = CorrelationMatrix.of(table(Map.of()), CorrelationMethod.PEARSON, 20);
        assertThat(none.names()).isEmpty();
        assertThat(none.pairs()).isEmpty();
        CorrelationMatrix alone =
                CorrelationMatrix.of(table(Map.of("a", series(0, row -> row))), CorrelationMethod.PEARSON, 20);
        assertThat(alone.names()).containsExactly("a");
        assertThat(alone.pairs()).isEmpty();
    }

    @Test
    void seriesWithoutCorrelationStayInTheOrderOfTheirNames() {
        assertThat(ClusterOrder.of(new double[][] {
                    {1, Double.NaN, 0},
                    {Double.NaN, 1, Double.NaN},
                    {0, Double.NaN, 1}
                }))
                .containsExactly(0, 1, 2);
    }
}
