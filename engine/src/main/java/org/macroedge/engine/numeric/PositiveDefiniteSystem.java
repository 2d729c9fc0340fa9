package org.macroedge.engine.numeric;

import java.util.Optional;

/// Solves A·x = b for a symmetric positive definite matrix A, by its Cholesky factor.
///
/// A = L·L′ with a lower triangle L; then L·y = b and L′·x = y. A matrix of which a pivot, the square of an
/// element on the diagonal of L, is at most 1e−9 of the largest element on the diagonal of A has no solution:
/// it is singular within rounding, or not positive definite.
///
/// O(p³) time. Only the lower triangle is read. Thread-safe. Source: Golub and Van Loan (2013), *Matrix
/// Computations*, 4th edition, section 4.2.
public final class PositiveDefiniteSystem {

    /// Far above the rounding of a correlation, about 1e−16, and far below any pivot of use: a share of 1e−9
    /// would multiply errors a thousand million times.
    private static final double SINGULAR = 1e-9;

    private PositiveDefiniteSystem() {}

    /// @param matrix symmetric and finite, p × p; it is not changed
    /// @param right of length p
    /// @return x, of length p; empty where the matrix is not positive definite
    public static Optional<double[]> solve(double[][] matrix, double[] right) {
        return factor(matrix).map(factor -> back(factor, forward(factor, right)));
    }

    private static Optional<double[][]> factor(double[][] matrix) {
        int size = matrix.length;
        double largest = 0;
        for (int row = 0; row < size; row++) {
            largest = Math.max(largest, matrix[row][row]);
        }
        double[][] factor = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < row; column++) {
                factor[row][column] = rest(matrix, factor, row, column) / factor[column][column];
            }
            double pivot = rest(matrix, factor, row, row);
            if (!(pivot > SINGULAR * largest)) {
                return Optional.empty();
            }
            factor[row][row] = Math.sqrt(pivot);
        }
        return Optional.of(factor);
    }

    private static double rest(double[][] matrix, double[][] factor, int row, int column) {
        double rest = matrix[row][column];
        for (int index = 0; index < column; index++) {
            rest -= factor[row][index] * factor[column][index];
        }
        return rest;
    }

    private static double[] forward(double[][] factor, double[] right) {
        double[] solution = new double[right.length];
        for (int row = 0; row < right.length; row++) {
            double rest = right[row];
            for (int column = 0; column < row; column++) {
                rest -= factor[row][column] * solution[column];
            }
            solution[row] = rest / factor[row][row];
        }
        return solution;
    }

    private static double[] back(double[][] factor, double[] right) {
        double[] solution = new double[right.length];
        for (int row = right.length - 1; row >= 0; row--) {
            double rest = right[row];
            for (int column = row + 1; column < right.length; column++) {
                rest -= factor[column][row] * solution[column];
            }
            solution[row] = rest / factor[row][row];
        }
        return solution;
    }
}
