package org.macroedge.engine.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds of correlations of any series. Each seed is one set of series with gaps and common parts.
class CorrelationLawsTest {

    private static final int ROWS = 60;
    private static final int FEWEST = 20;
    private static final long WEEK = 604_800;

    /// The weeks of a table, also those in which no series has a value.
    private static List<Long> weeks(int rows) {
        return LongStream.range(0, rows).map(row -> row * WEEK).boxed().toList();
    }

    private static SeriesTable table(long seed, int rows) {
        return SeriesTable.of(weeks(rows), series(seed, rows, 0.9));
    }

    /// @param density how likely a series has a value in a row
    private static Map<String, Map<Long, Double>> series(long seed, int rows, double density) {
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
                if (random.nextDouble() < density) {
                    series.get("s" + number).put(row * WEEK, value);
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
        return ((SharedMovement.Found) SharedMovement.of(table, CorrelationMethod.PEARSON, FEWEST)).movement();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOrderOfSeriesAndRowsDoesNotMatter(long seed) {
        Map<String, Map<Long, Double>> series = series(seed, ROWS, 0.9);
        Map<String, Map<Long, Double>> other = new LinkedHashMap<>();
        shuffled(series, seed).forEach((name, values) -> {
            List<Long> rows = new ArrayList<>(values.keySet());
            Collections.shuffle(rows, new Random(seed));
            Map<Long, Double> mixed = new LinkedHashMap<>();
            rows.forEach(row -> mixed.put(row, values.get(row)));
            other.put(name, mixed);
        });
        CorrelationMatrix matrix =
                CorrelationMatrix.of(SeriesTable.of(weeks(ROWS), series), CorrelationMethod.PEARSON, FEWEST);
        CorrelationMatrix mixed =
                CorrelationMatrix.of(SeriesTable.of(weeks(ROWS), other), CorrelationMethod.PEARSON, FEWEST);
        assertThat(mixed.names()).isEqualTo(matrix.names());
        assertThat(mixed.pairs()).isEqualTo(matrix.pairs());
        assertThat(shared(SeriesTable.of(weeks(ROWS), other)))
                .usingRecursiveComparison()
                .isEqualTo(shared(SeriesTable.of(weeks(ROWS), series)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void eachPairStandsOnceInTheOrderOfTheMatrix(long seed) {
        CorrelationMatrix matrix = CorrelationMatrix.of(table(seed, ROWS), CorrelationMethod.PEARSON, FEWEST);
        List<String> expected = new ArrayList<>();
        for (int row = 0; row < matrix.names().size(); row++) {
            for (int column = 0; column < row; column++) {
                expected.add(matrix.names().get(column) + "," + matrix.names().get(row));
            }
        }
        assertThat(matrix.pairs())
                .extracting(pair -> pair.first() + "," + pair.second())
                .isEqualTo(expected);
    }

    /// Series with values in every third row: in many rows, a pair has none while other series do.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPairIsItsCellOfTheMatrixWhateverOtherSeriesThereAre(long seed) {
        Map<String, Map<Long, Double>> series = series(seed, 6 * ROWS, 0.35);
        CorrelationMatrix matrix =
                CorrelationMatrix.of(SeriesTable.of(weeks(6 * ROWS), series), CorrelationMethod.PEARSON, FEWEST);
        assertThat(matrix.pairs()).isNotEmpty();
        for (CorrelationMatrix.Pair cell : matrix.pairs()) {
            SeriesTable two = SeriesTable.of(
                    weeks(6 * ROWS),
                    Map.of(cell.first(), series.get(cell.first()), cell.second(), series.get(cell.second())));
            CorrelationMatrix pair =
                    CorrelationMatrix.ofPair(two, cell.first(), cell.second(), CorrelationMethod.PEARSON, FEWEST);
            assertThat(cell.correlation().effective()).isNotNull();
            assertThat(pair.pairs()).containsExactly(cell);
            assertThat(pair.names()).containsExactly(cell.first(), cell.second());
            assertThat(CorrelationMatrix.ofPair(two, cell.second(), cell.first(), CorrelationMethod.PEARSON, FEWEST)
                            .pairs())
                    .containsExactly(new CorrelationMatrix.Pair(cell.second(), cell.first(), cell.correlation()));
        }
    }

    /// Levels far from 0, gaps from few to many, and more rows and series than one block of the computation holds.
    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.1, 0.4, 0.6, 0.95, 1})
    void aPairOfManySeriesHasTheCorrelationOfItsOwnRows(double density) {
        SplittableRandom random = new SplittableRandom(5);
        int rows = 700;
        List<double[]> columns = new ArrayList<>();
        for (int number = 0; number < 19; number++) {
            double[] column = new double[rows];
            for (int row = 0; row < rows; row++) {
                column[row] = random.nextDouble() < density ? 100 * number + random.nextGaussian() : Double.NaN;
            }
            columns.add(column);
        }
        PairCorrelation[][] all = PairCorrelation.ofAll(table(columns), CorrelationMethod.PEARSON, 5);
        int compared = 0;
        for (int first = 0; first < columns.size(); first++) {
            for (int second = 0; second < first; second++) {
                PairCorrelation pair = all[first][second];
                assertThat(all[second][first]).isEqualTo(pair);
                boolean enough = pair.observations() >= 5;
                assertThat(pair.value() != null).isEqualTo(enough);
                if (enough) {
                    double[] expected = ofCommonRows(columns.get(first), columns.get(second));
                    assertThat(pair.value()).isCloseTo(expected[0], within(1e-12));
                    assertThat(pair.effective()).isCloseTo(expected[1], within(1e-9));
                    compared++;
                }
            }
        }
        assertThat(compared > 0).isEqualTo(density > 0.05);
    }

    private static SeriesTable table(List<double[]> columns) {
        Map<String, Map<Long, Double>> series = new LinkedHashMap<>();
        for (int number = 0; number < columns.size(); number++) {
            Map<Long, Double> values = new LinkedHashMap<>();
            for (int row = 0; row < columns.get(number).length; row++) {
                if (!Double.isNaN(columns.get(number)[row])) {
                    values.put(row * WEEK, columns.get(number)[row]);
                }
            }
            series.put("s%02d".formatted(number), values);
        }
        return SeriesTable.of(weeks(columns.getFirst().length), series);
    }

    /// Correlation and effective number by their definitions.
    private static double[] ofCommonRows(double[] first, double[] second) {
        int[] rows = IntStream.range(0, first.length)
                .filter(row -> !Double.isNaN(first[row]) && !Double.isNaN(second[row]))
                .toArray();
        double x = Arrays.stream(rows).mapToDouble(row -> first[row]).average().orElseThrow();
        double y = Arrays.stream(rows).mapToDouble(row -> second[row]).average().orElseThrow();
        double xx = 0;
        double yy = 0;
        double xy = 0;
        double laggedX = 0;
        double laggedY = 0;
        for (int index = 0; index < rows.length; index++) {
            double dx = first[rows[index]] - x;
            double dy = second[rows[index]] - y;
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
            if (index > 0 && rows[index - 1] == rows[index] - 1) {
                laggedX += dx * (first[rows[index - 1]] - x);
                laggedY += dy * (second[rows[index - 1]] - y);
            }
        }
        double memory = laggedX / xx * (laggedY / yy);
        return new double[] {xy / Math.sqrt(xx * yy), Math.min(rows.length, rows.length * (1 - memory) / (1 + memory))};
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aSeriesHasExactlyOneWithItselfAndMinusOneWithItsNegative(long seed) {
        SeriesTable table = table(seed, ROWS);
        for (String name : table.names()) {
            CorrelationMatrix itself = CorrelationMatrix.ofPair(table, name, name, CorrelationMethod.PEARSON, FEWEST);
            PairCorrelation one = itself.pairs().getFirst().correlation();
            assertThat(itself.names()).containsExactly(name);
            assertThat(List.of(one.value(), one.lower(), one.upper())).containsOnly(1.0);
            double[] values = table.column(table.index(name));
            double[] negative = Arrays.stream(values).map(value -> -value).toArray();
            PairCorrelation minusOne = PairCorrelation.of(values, negative, FEWEST);
            assertThat(List.of(minusOne.value(), minusOne.lower(), minusOne.upper()))
                    .containsOnly(-1.0);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPairIsSymmetricAndUnmovedByScaleAndShift(long seed) {
        SeriesTable table = table(seed, ROWS);
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
        SeriesTable earlier = table(seed, ROWS);
        SeriesTable later = table(seed, 2 * ROWS);
        List<CorrelationPath.Point> known =
                CorrelationPath.of(earlier, "s0", "s1", CorrelationMethod.PEARSON, 26, FEWEST);
        assertThat(known).hasSize(earlier.rows() - 25);
        assertThat(CorrelationPath.of(later, "s0", "s1", CorrelationMethod.PEARSON, 26, FEWEST)
                        .subList(0, known.size()))
                .isEqualTo(known);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void thePointOfAWindowIsTheCorrelationOfItsRows(long seed) {
        SeriesTable table = table(seed, ROWS);
        List<CorrelationPath.Point> path =
                CorrelationPath.of(table, "s0", "s1", CorrelationMethod.PEARSON, table.rows(), FEWEST);
        assertThat(path)
                .containsExactly(new CorrelationPath.Point(
                        table.instants()[table.rows() - 1],
                        PairCorrelation.of(table.column(0), table.column(1), FEWEST)));
        assertThat(CorrelationPath.of(table, "s0", "s1", CorrelationMethod.PEARSON, table.rows() + 1, FEWEST))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theShrunkMatrixIsSymmetricPositiveSemiDefiniteWithOnesOnTheDiagonal(long seed) {
        SharedMovement shared = shared(table(seed, 2 * ROWS));
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
        double[][] matrix = shared(table(seed, 2 * ROWS)).matrix();
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
            assertThatThrownBy(() -> SeriesTable.of(List.of(1L), Map.of("x", Map.of(1L, value))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("x: " + value + " is not a finite value");
        }
    }

    @Test
    void aValueOfNoRowIsRefusedByName() {
        assertThatThrownBy(() -> SeriesTable.of(List.of(1L, 3L), Map.of("x", Map.of(2L, 0.5))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("x: the value at 2 belongs to no row");
    }

    @Test
    void aRowWithoutAnyValueIsARowOfTheTable() {
        SeriesTable table = SeriesTable.of(List.of(3L, 1L, 2L), Map.of("x", Map.of(1L, 0.5, 3L, 0.0)));
        assertThat(table.instants()).containsExactly(1, 2, 3);
        assertThat(table.column(0)).containsExactly(0.5, Double.NaN, 0);
        assertThat(table.observations(0)).isEqualTo(2);
    }

    @Test
    void aPathOfAnUnknownSeriesIsRefusedByName() {
        SeriesTable table = table(1, ROWS);
        assertThatThrownBy(() -> CorrelationPath.of(table, "s0", "other", CorrelationMethod.PEARSON, 26, FEWEST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("series other is not in the table");
    }

    /// One pair after the other leaves no trace, though they use the same memory.
    @ParameterizedTest
    @EnumSource
    void eachPointOfAPathHasTheBitsOfItsRowsAlone(CorrelationMethod method) {
        SeriesTable table = table(11, 4 * ROWS);
        int window = 40;
        List<CorrelationPath.Point> path = CorrelationPath.of(table, "s0", "s1", method, window, FEWEST);
        assertThat(path).hasSize(table.rows() - window + 1);
        for (int first = 0; first < path.size(); first++) {
            double[] x = Arrays.copyOfRange(table.column(0), first, first + window);
            double[] y = Arrays.copyOfRange(table.column(1), first, first + window);
            assertThat(path.get(first).correlation()).isEqualTo(PairCorrelation.of(x, y, method, FEWEST));
        }
    }

    /// What a request may cost, whatever its window: the longest one over twelve years of weekdays, with gaps.
    @ParameterizedTest
    @EnumSource
    void aPathOfLongWindowsStaysWithinTheMemoryOfARequest(CorrelationMethod method) {
        SeriesTable table = table(7, 3_000);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        List<CorrelationPath.Point> path = CorrelationPath.of(table, "s0", "s1", method, 1_000, FEWEST);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(64 << 20);
        assertThat(path).hasSize(2_001);
    }
}
