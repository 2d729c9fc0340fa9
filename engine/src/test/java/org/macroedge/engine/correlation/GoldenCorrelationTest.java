package org.macroedge.engine.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Correlations against those that pandas, SciPy, scikit-learn and NumPy computed, made by `golden/correlation.py`.
class GoldenCorrelationTest {

    private static final SeriesTable TABLE = table();

    /// As in the script.
    private static final Map<String, Double> STEPS =
            Map.of("alone", 0.5, "calm", 5e-7, "loud", 5e5, "near", 0.5, "slow", 0.25);

    private static List<String[]> lines(String file) {
        return new BufferedReader(new InputStreamReader(
                        Objects.requireNonNull(GoldenCorrelationTest.class.getResourceAsStream("/golden/" + file)),
                        StandardCharsets.UTF_8))
                .lines()
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static SeriesTable table() {
        List<String[]> lines = lines("correlation-series.csv");
        Map<String, Map<Long, Double>> series = new HashMap<>();
        for (int column = 1; column < lines.getFirst().length; column++) {
            Map<Long, Double> values = new HashMap<>();
            for (String[] cells : lines.subList(1, lines.size())) {
                if (!cells[column].isEmpty()) {
                    values.put(Long.valueOf(cells[0]), Double.valueOf(cells[column]));
                }
            }
            series.put(lines.getFirst()[column], values);
        }
        return SeriesTable.of(
                lines.stream().skip(1).map(cells -> Long.valueOf(cells[0])).toList(), series);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/correlation-pairs.csv", numLinesToSkip = 1)
    void aPairHasTheCorrelationOfPandasAndTheIntervalOfItsDefinition(
            String first, String second, int n, double r, double effective, double lower, double upper) {
        PairCorrelation pair = PairCorrelation.of(column(first), column(second), PairCorrelation.FEWEST);
        assertThat(pair.observations()).isEqualTo(n);
        assertThat(pair.value()).isCloseTo(r, within(1e-12));
        assertThat(pair.effective()).isCloseTo(effective, within(1e-10));
        assertThat(pair.lower()).isCloseTo(lower, within(1e-12));
        assertThat(pair.upper()).isCloseTo(upper, within(1e-12));
        assertThat(pair.cause()).isNull();
    }

    private static double[] column(String name) {
        return TABLE.column(TABLE.names().indexOf(name));
    }

    @Test
    void theShrinkageIsThatOfScikitLearnAndTheEigenvaluesAreThoseOfNumPy() {
        Map<String, String> expected = new HashMap<>();
        lines("correlation-shared.csv").forEach(cells -> expected.put(cells[0], cells[1]));
        SharedMovement shared = ((SharedMovement.Found)
                        SharedMovement.of(TABLE, CorrelationMethod.PEARSON, PairCorrelation.FEWEST))
                .movement();
        assertThat(shared.names()).isEqualTo(TABLE.names());
        assertThat(shared.observations()).isEqualTo(Integer.parseInt(expected.get("rows")));
        assertThat(shared.intensity()).isCloseTo(Double.parseDouble(expected.get("intensity")), within(1e-12));
        assertThat(shared.effective()).isCloseTo(Double.parseDouble(expected.get("effective")), within(1e-12));
        double[] eigenvalues = SymmetricEigenvalues.of(shared.matrix()).values();
        for (int rank = 0; rank < eigenvalues.length; rank++) {
            double value = Double.parseDouble(expected.get("eigenvalue-" + rank));
            assertThat(eigenvalues[rank]).isCloseTo(value, within(1e-12));
        }
        for (int rank = 0; rank < shared.components().size(); rank++) {
            double share = Double.parseDouble(expected.get("eigenvalue-" + rank)) / eigenvalues.length;
            assertThat(shared.components().get(rank).share()).isCloseTo(share, within(1e-12));
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/correlation-ranks.csv", numLinesToSkip = 1)
    void aPairOfRanksHasTheCorrelationOfScipyAndAWiderInterval(
            String values, String first, String second, int n, double r, double effective, double lower, double upper) {
        boolean coarse = values.equals("coarse");
        PairCorrelation pair = PairCorrelation.of(
                coarse ? steps(first) : column(first),
                coarse ? steps(second) : column(second),
                CorrelationMethod.SPEARMAN,
                PairCorrelation.FEWEST);
        assertThat(pair.observations()).isEqualTo(n);
        assertThat(pair.value()).isCloseTo(r, within(1e-12));
        assertThat(pair.effective()).isCloseTo(effective, within(1e-10));
        assertThat(pair.lower()).isCloseTo(lower, within(1e-12));
        assertThat(pair.upper()).isCloseTo(upper, within(1e-12));
    }

    /// The values in whole steps, so that many are equal.
    private static double[] steps(String name) {
        return Arrays.stream(column(name))
                .map(value -> Math.floor(value / STEPS.get(name)))
                .toArray();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/correlation-order.csv", numLinesToSkip = 1)
    void theOrderIsThatOfAverageLinkage(int size, String triangle, String order) {
        double[] cells = Arrays.stream(triangle.split(";"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double[][] matrix = new double[size][size];
        int next = 0;
        for (int row = 0; row < size; row++) {
            matrix[row][row] = 1;
            for (int column = 0; column < row; column++) {
                matrix[row][column] = cells[next];
                matrix[column][row] = cells[next++];
            }
        }
        List<Integer> expected =
                Arrays.stream(order.split(";")).map(Integer::valueOf).toList();
        assertThat(ClusterOrder.of(matrix)).isEqualTo(expected);
    }
}
