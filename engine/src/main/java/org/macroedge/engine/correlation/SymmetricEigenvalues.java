package org.macroedge.engine.correlation;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Eigenvalues and eigenvectors of a symmetric matrix, by cyclic Jacobi rotations.
///
/// Rotations in a fixed order make the elements beside the diagonal vanish; a sweep over all of them repeats
/// until their squares sum to less than 1e−30 of the whole matrix, which takes six to ten sweeps of O(p³). The
/// eigenvalues are exact to a few units of the last place of the largest one. Thread-safe. Source: Golub and
/// Van Loan (2013), *Matrix Computations*, 4th edition, section 8.5.
///
/// @param values descending
/// @param vectors `vectors[k]` belongs to `values[k]`, of length 1; the sign is such that the element of the
/// largest size, the first of equal ones, is positive. Where eigenvalues are equal, their vectors are one basis
/// of many
public record SymmetricEigenvalues(double[] values, double[][] vectors) {

    private static final double NEGLIGIBLE = 1e-30;

    /// A bound that is never reached: convergence is quadratic.
    private static final int SWEEPS = 60;

    /// Elements of a vector that differ by less are of one size, whatever the rounding of the rotations.
    private static final double SAME_SIZE = 1e-9;

    /// @param matrix symmetric and finite; it is not changed
    public static SymmetricEigenvalues of(double[][] matrix) {
        int size = matrix.length;
        double[][] work = new double[size][];
        double[][] vectors = new double[size][size];
        double whole = 0;
        for (int row = 0; row < size; row++) {
            work[row] = matrix[row].clone();
            vectors[row][row] = 1;
            for (double element : work[row]) {
                whole += element * element;
            }
        }
        for (int sweep = 0; sweep < SWEEPS && beside(work) > NEGLIGIBLE * whole; sweep++) {
            sweep(work, vectors);
        }
        return sorted(work, vectors);
    }

    private static SymmetricEigenvalues sorted(double[][] work, double[][] vectors) {
        int[] order = IntStream.range(0, work.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer index) -> -work[index][index]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = new double[work.length];
        double[][] ordered = new double[work.length][];
        for (int rank = 0; rank < order.length; rank++) {
            values[rank] = work[order[rank]][order[rank]];
            ordered[rank] = signed(vectors[order[rank]]);
        }
        return new SymmetricEigenvalues(values, ordered);
    }

    private static double[] signed(double[] vector) {
        double largest = 0;
        for (double element : vector) {
            if (Math.abs(element) > Math.abs(largest) + SAME_SIZE) {
                largest = element;
            }
        }
        double sign = Math.signum(largest);
        return IntStream.range(0, vector.length)
                .mapToDouble(index -> vector[index] * sign)
                .toArray();
    }

    private static double beside(double[][] work) {
        double sum = 0;
        for (int row = 0; row < work.length; row++) {
            for (int column = 0; column < row; column++) {
                sum += 2 * work[row][column] * work[row][column];
            }
        }
        return sum;
    }

    private static void sweep(double[][] work, double[][] vectors) {
        for (int first = 0; first < work.length; first++) {
            for (int second = first + 1; second < work.length; second++) {
                if (work[first][second] != 0) {
                    rotate(work, vectors, first, second);
                }
            }
        }
    }

    /// Makes the element (first, second) vanish by the smaller of the two possible angles.
    private static void rotate(double[][] work, double[][] vectors, int first, int second) {
        double half = (work[second][second] - work[first][first]) / (2 * work[first][second]);
        double tangent = (half < 0 ? -1 : 1) / (Math.abs(half) + Math.sqrt(1 + half * half));
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        double sine = tangent * cosine;
        for (double[] row : work) {
            double before = row[first];
            row[first] = cosine * before - sine * row[second];
            row[second] = sine * before + cosine * row[second];
        }
        combine(work[first], work[second], cosine, sine);
        combine(vectors[first], vectors[second], cosine, sine);
    }

    private static void combine(double[] first, double[] second, double cosine, double sine) {
        for (int index = 0; index < first.length; index++) {
            double before = first[index];
            first[index] = cosine * before - sine * second[index];
            second[index] = sine * before + cosine * second[index];
        }
    }
}
