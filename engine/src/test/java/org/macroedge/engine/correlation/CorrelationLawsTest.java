package org.macroedge.engine.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds of correlations of any series. Each seed is one set of series with gaps and common parts.
class CorrelationLawsTest {

    private static final int ROWS = 60;
    private static final int FEWEST = 20;

    private static Map<String, Map<Long, Double>> series(long seed, int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = random.nextInt(2, 9);
        double[] parts = random.doubles(count, 0, 2).toArray();
        Map<String, Map<Long, Double>> series = new LinkedHashMap<>();
        for (int number = 0; number < count; number++) {
            series.put("s" + number, new LinkedHashMap<>());
        }
        for (int row = 0; row < rows; row++) {
            double common = random.nextGaussian();
            for (int number = 0; number < count; number++) {
                double value = parts[number] * common + random.nextGaussian();
                if (random.nextInt(10) > 0) {
                    series.get("s" + number).put(row * 604_800L, value);
                }
            }
        }
        return series;
    }

    private static <T> Map<String, T> shuffled(Map<String, T> entries, long seed) {
        List<String> keys = new ArrayList<>(entries.keySet());
        Collections.shuffle(keys, new Random(seed));
        Map<String, T> shuffled = new LinkedHashMap<>();
        keys.forEach(key -> shuffled.put(key, entries.get(key)));
        return shuffled;
    }

    private static SharedMovement shared(SeriesTable table) {
        return ((SharedMovement.Found) SharedMovement.of(table, FEWEST)).movement();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOrderOfSeriesAndRowsDoesNotMatter(long seed) {
        Map<String, Map<Long, Double>> series = series(seed, ROWS);
        Map<String, Map<Long, Double>> other = new LinkedHashMap<>();
        shuffled(series, seed).forEach((name, values) -> {
            List<Long> rows = new ArrayList<>(values.keySet());
            Collections.shuffle(rows, new Random(seed));
            Map<Long, Double> mixed = new LinkedHashMap<>();
            rows.forEach(row -> mixed.put(row, values.get(row)));
            other.put(name, mixed);
        });
        CorrelationMatrix matrix = CorrelationMatrix.of(SeriesTable.of(series), FEWEST);
        CorrelationMatrix mixed = CorrelationMatrix.of(SeriesTable.of(other), FEWEST);
        assertThat(mixed.names()).isEqualTo(matrix.names());
        assertThat(mixed.pairs()).isEqualTo(matrix.pairs());
        assertThat(shared(SeriesTable.of(other))).usingRecursiveComparison().isEqualTo(shared(SeriesTable.of(series)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void eachPairStandsOnceInTheOrderOfTheMatrix(long seed) {
        CorrelationMatrix matrix = CorrelationMatrix.of(SeriesTable.of(series(seed, ROWS)), FEWEST);
        List<String> expected = new ArrayList<>();
        for (int row = 0; row < matrix.names().size(); row++) {
            for (int column = 0; column < row; column++) {
                expected.add(matrix.names().get(row) + "," + matrix.names().get(column));
            }
        }
        assertThat(matrix.pairs())
                .extracting(pair -> pair.first() + "," + pair.second())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPairIsSymmetricAndUnmovedByScaleAndShift(long seed) {
        SeriesTable table = SeriesTable.of(series(seed, ROWS));
        double[] first = table.column(0);
        double[] second = table.column(1);
        PairCorrelation pair = PairCorrelation.of(first, second, FEWEST);
        assertThat(PairCorrelation.of(second, first, FEWEST)).isEqualTo(pair);
        double[] moved = first.clone();
        for (int row = 0; row < moved.length; row++) {
            moved[row] = -3 * moved[row] + 7;
        }
        PairCorrelation turned = PairCorrelation.of(moved, second, FEWEST);
        assertThat(turned.value()).isCloseTo(-pair.value(), within(1e-12));
        assertThat(turned.effective()).isCloseTo(pair.effective(), within(1e-9));
        assertThat(turned.lower()).isCloseTo(-pair.upper(), within(1e-12));
        assertThat(pair.lower()).isBetween(-1.0, pair.value());
        assertThat(pair.upper()).isBetween(pair.value(), 1.0);
        assertThat(pair.effective()).isBetween(0.0, (double) pair.observations());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void laterRowsNeverChangeAnEarlierPointOfAPath(long seed) {
        SeriesTable earlier = SeriesTable.of(series(seed, ROWS));
        SeriesTable later = SeriesTable.of(series(seed, 2 * ROWS));
        List<CorrelationPath.Point> known = CorrelationPath.of(earlier, "s0", "s1", 26, FEWEST);
        assertThat(known).hasSize(earlier.rows() - 25);
        assertThat(CorrelationPath.of(later, "s0", "s1", 26, FEWEST).subList(0, known.size()))
                .isEqualTo(known);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void thePointOfAWindowIsTheCorrelationOfItsRows(long seed) {
        SeriesTable table = SeriesTable.of(series(seed, ROWS));
        List<CorrelationPath.Point> path = CorrelationPath.of(table, "s0", "s1", table.rows(), FEWEST);
        assertThat(path)
                .containsExactly(new CorrelationPath.Point(
                        table.instants()[table.rows() - 1],
                        PairCorrelation.of(table.column(0), table.column(1), FEWEST)));
        assertThat(CorrelationPath.of(table, "s0", "s1", table.rows() + 1, FEWEST))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theShrunkMatrixIsSymmetricPositiveSemiDefiniteWithOnesOnTheDiagonal(long seed) {
        SharedMovement shared = shared(SeriesTable.of(series(seed, 2 * ROWS)));
        double[][] matrix = shared.matrix();
        for (int row = 0; row < matrix.length; row++) {
            assertThat(matrix[row][row]).isEqualTo(1);
            for (int column = 0; column < row; column++) {
                assertThat(matrix[row][column]).isEqualTo(matrix[column][row]).isBetween(-1.0, 1.0);
            }
        }
        double[] values = SymmetricEigenvalues.of(matrix).values();
        assertThat(values[values.length - 1]).isGreaterThanOrEqualTo(-1e-12);
        assertThat(shared.intensity()).isBetween(0.0, 1.0);
        assertThat(shared.effective()).isBetween(1.0, (double) shared.names().size() + 1e-9);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void eigenvectorsAreOrthonormalAndRebuildTheMatrix(long seed) {
        double[][] matrix = shared(SeriesTable.of(series(seed, 2 * ROWS))).matrix();
        SymmetricEigenvalues found = SymmetricEigenvalues.of(matrix);
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < matrix.length; column++) {
                double rebuilt = 0;
                double product = 0;
                for (int rank = 0; rank < matrix.length; rank++) {
                    double[] vector = found.vectors()[rank];
                    rebuilt += found.values()[rank] * vector[row] * vector[column];
                    product += found.vectors()[row][rank] * found.vectors()[column][rank];
                }
                assertThat(rebuilt).isCloseTo(matrix[row][column], within(1e-12));
                assertThat(product).isCloseTo(row == column ? 1 : 0, within(1e-12));
            }
        }
    }

    @Test
    void aValueThatIsNotFiniteIsRefusedByName() {
        for (double value : new double[] {Double.POSITIVE_INFINITY, Double.NaN}) {
            assertThatThrownBy(() -> SeriesTable.of(Map.of("x", Map.of(1L, value))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("x: " + value + " is not a finite value");
        }
    }

    @Test
    void aPathOfAnUnknownSeriesIsRefusedByName() {
        SeriesTable table = SeriesTable.of(series(1, ROWS));
        assertThatThrownBy(() -> CorrelationPath.of(table, "s0", "other", 26, FEWEST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("series other is not in the table");
    }
}
