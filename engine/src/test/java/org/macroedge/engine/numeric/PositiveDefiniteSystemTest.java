package org.macroedge.engine.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PositiveDefiniteSystemTest {

    /// [4 2; 2 3]·x = [10; 8] has x = (14/8, 12/8).
    @Test
    void aSystemOfTwoIsSolvedAsByHand() {
        double[] solution = PositiveDefiniteSystem.solve(new double[][] {{4, 2}, {2, 3}}, new double[] {10, 8})
                .orElseThrow();

        assertThat(solution).containsExactly(new double[] {1.75, 1.5}, within(1e-15));
        assertThat(PositiveDefiniteSystem.solve(new double[][] {{4}}, new double[] {10})
                        .orElseThrow())
                .containsExactly(2.5);
    }

    @Test
    void aSolutionGivesTheRightSideAgain() {
        SplittableRandom random = new SplittableRandom(5);
        for (int size = 1; size <= 12; size++) {
            double[][] root = new double[size + 3][];
            for (int row = 0; row < root.length; row++) {
                root[row] = random.doubles(size, -1, 1).toArray();
            }
            double[][] matrix = new double[size][size];
            for (int row = 0; row < size; row++) {
                for (int column = 0; column < size; column++) {
                    for (double[] line : root) {
                        matrix[row][column] += line[row] * line[column];
                    }
                }
            }
            double[] right = random.doubles(size, -1, 1).toArray();
            double[] solution = PositiveDefiniteSystem.solve(matrix, right).orElseThrow();
            for (int row = 0; row < size; row++) {
                double sum = 0;
                for (int column = 0; column < size; column++) {
                    sum += matrix[row][column] * solution[column];
                }
                assertThat(sum).as("size %s, row %s", size, row).isCloseTo(right[row], within(1e-9));
            }
        }
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteHasNoSolution() {
        double[] right = {1, 1};
        assertThat(PositiveDefiniteSystem.solve(new double[][] {{1, 1}, {1, 1}}, right))
                .as("singular")
                .isEmpty();
        assertThat(PositiveDefiniteSystem.solve(new double[][] {{1, 1 - 1e-10}, {1 - 1e-10, 1}}, right))
                .as("singular within rounding")
                .isEmpty();
        assertThat(PositiveDefiniteSystem.solve(new double[][] {{1, 2}, {2, 1}}, right))
                .as("indefinite")
                .isEmpty();
        assertThat(PositiveDefiniteSystem.solve(new double[][] {{0}}, new double[] {1}))
                .as("zero")
                .isEmpty();
        assertThat(PositiveDefiniteSystem.solve(new double[][] {{1, 0.999}, {0.999, 1}}, right))
                .as("close to singular")
                .isPresent();
    }
}
