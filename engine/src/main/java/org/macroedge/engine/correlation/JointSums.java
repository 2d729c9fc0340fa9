package org.macroedge.engine.correlation;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// For each pair of several columns, the sums over the rows in which both have a value, from which their correlation
/// and its effective number follow.
///
/// Columns are [CentredColumn]s, so that the rows of a pair need one product of two columns. A sum of one column over
/// the rows of another is taken over [ChosenRows]: what a pair costs beside the product are the gaps, not all rows.
///
/// Each sum is added up in the order of rows, whatever other columns there are: a pair has the same bits alone and
/// among many. Columns are summed in parallel; no sum is. O(n·p²) time, O(n·p + p²) memory. Immutable.
final class JointSums {

    /// Rows that are added in one pass over the sums of a column, which are then loaded once for all of them.
    private static final int TOGETHER = 8;

    /// Rows of one block, which stay near the processor.
    private static final int BLOCK = 128;

    /// Columns of one task, so that it reads the rows once for all of them.
    private static final int CHUNK = 16;

    /// Below this share of the squares of a whole column, those of the common rows are too small a difference of sums.
    private static final double LEAST_SHARE = 1.0 / 64;

    private final CentredColumn[] columns;

    /// By row, then column.
    private final double[][] deviations;

    private final double[][] neighbours;

    /// A row without values.
    private final double[] none;

    /// By column j, then i: Σ dᵢ·dⱼ for i up to j.
    private final double[][] products;

    /// By column j, then i: of column i over the rows of j.
    private final double[][] sums;

    private final double[][] squares;
    private final double[][] lagged;
    private final double[][] adjacent;

    /// @param all of equal length, NaN where missing
    /// @param from the first row that counts
    /// @param to the row after the last one
    JointSums(List<double[]> all, int from, int to) {
        int count = all.size();
        this.columns = IntStream.range(0, count)
                .parallel()
                .mapToObj(index -> CentredColumn.of(all.get(index), from, to))
                .toArray(CentredColumn[]::new);
        this.deviations = byRow(to - from, CentredColumn::deviations);
        this.neighbours = byRow(to - from, CentredColumn::neighbours);
        this.none = new double[count];
        this.products = new double[count][count];
        this.sums = new double[count][count];
        this.squares = new double[count][count];
        this.lagged = new double[count][count];
        this.adjacent = new double[count][count];
        IntStream.range(0, (count + CHUNK - 1) / CHUNK).parallel().forEach(chunk -> {
            int first = chunk * CHUNK;
            int end = Math.min(count, first + CHUNK);
            new Task(first, end).run();
        });
    }

    private double[][] byRow(int rows, Function<CentredColumn, double[]> values) {
        double[][] sources = Arrays.stream(columns).map(values).toArray(double[][]::new);
        double[][] byRow = new double[rows][columns.length];
        IntStream.range(0, (rows + BLOCK - 1) / BLOCK).parallel().forEach(block -> {
            int end = Math.min(rows, (block + 1) * BLOCK);
            for (int column = 0; column < sources.length; column++) {
                double[] source = sources[column];
                for (int row = block * BLOCK; row < end; row++) {
                    byRow[row][column] = source[row];
                }
            }
        });
        return byRow;
    }

    /// Sums some columns, block after block of rows, which stay near the processor for all of them.
    private final class Task {

        private final int first;
        private final int end;
        private final int[] values;
        private final int[] pairs;

        Task(int first, int end) {
            this.first = first;
            this.end = end;
            this.values = new int[end - first];
            this.pairs = new int[end - first];
        }

        void run() {
            for (int row = 0; row < deviations.length; row += BLOCK) {
                int after = Math.min(deviations.length, row + BLOCK);
                multiply(row, after);
                for (int column = first; column < end; column++) {
                    addValues(column, after);
                    addPairs(column, after);
                }
            }
            for (int column = first; column < end; column++) {
                complete(column);
            }
        }

        private void multiply(int from, int to) {
            int row = from;
            for (; row + TOGETHER <= to; row += TOGETHER) {
                for (int column = first; column < end; column++) {
                    multiplyTogether(products[column], row, column);
                }
            }
            for (; row < to; row++) {
                for (int column = first; column < end; column++) {
                    addMultiple(products[column], deviations[row], column);
                }
            }
        }

        private void addValues(int column, int to) {
            int[] rows = columns[column].valued().added();
            int next = values[column - first];
            for (; next + 1 < rows.length && rows[next + 1] < to; next += 2) {
                add(deviations[rows[next]], deviations[rows[next + 1]], sums[column], squares[column]);
            }
            if (next < rows.length && rows[next] < to) {
                add(deviations[rows[next++]], none, sums[column], squares[column]);
            }
            values[column - first] = next;
        }

        private void addPairs(int column, int to) {
            int[] rows = columns[column].paired().added();
            int next = pairs[column - first];
            for (; next < rows.length && rows[next] < to; next++) {
                int row = rows[next];
                add(deviations[row - 1], deviations[row], neighbours[row], lagged[column], adjacent[column]);
            }
            pairs[column - first] = next;
        }
    }

    private static void addMultiple(double[] product, double[] values, int column) {
        for (int other = 0; other <= column; other++) {
            product[other] += values[column] * values[other];
        }
    }

    private void multiplyTogether(double[] product, int row, int column) {
        double[] r0 = deviations[row];
        double[] r1 = deviations[row + 1];
        double[] r2 = deviations[row + 2];
        double[] r3 = deviations[row + 3];
        double[] r4 = deviations[row + 4];
        double[] r5 = deviations[row + 5];
        double[] r6 = deviations[row + 6];
        double[] r7 = deviations[row + 7];
        double d0 = r0[column];
        double d1 = r1[column];
        double d2 = r2[column];
        double d3 = r3[column];
        double d4 = r4[column];
        double d5 = r5[column];
        double d6 = r6[column];
        double d7 = r7[column];
        for (int other = 0; other <= column; other++) {
            product[other] = product[other]
                    + d0 * r0[other]
                    + d1 * r1[other]
                    + d2 * r2[other]
                    + d3 * r3[other]
                    + d4 * r4[other]
                    + d5 * r5[other]
                    + d6 * r6[other]
                    + d7 * r7[other];
        }
    }

    private static void add(double[] values, double[] next, double[] sums, double[] squares) {
        for (int other = 0; other < sums.length; other++) {
            sums[other] = sums[other] + values[other] + next[other];
            squares[other] = squares[other] + values[other] * values[other] + next[other] * next[other];
        }
    }

    private static void add(double[] before, double[] values, double[] neighbours, double[] lagged, double[] adjacent) {
        for (int other = 0; other < lagged.length; other++) {
            lagged[other] += before[other] * values[other];
            adjacent[other] += neighbours[other];
        }
    }

    private void complete(int column) {
        ChosenRows valued = columns[column].valued();
        ChosenRows paired = columns[column].paired();
        for (int other = 0; other < columns.length; other++) {
            CentredColumn of = columns[other];
            sums[column][other] = valued.sum(of.sum(), sums[column][other]);
            squares[column][other] = valued.sum(of.squares(), squares[column][other]);
            lagged[column][other] = paired.sum(of.lagged(), lagged[column][other]);
            adjacent[column][other] = paired.sum(of.adjacent(), adjacent[column][other]);
        }
    }

    PairSums pair(int first, int second) {
        int observations = common(columns[first].present(), columns[second].present());
        int following = common(columns[first].following(), columns[second].following());
        double mean = sums[second][first] / observations;
        double otherMean = sums[first][second] / observations;
        double xx = squares[second][first] - mean * sums[second][first];
        double yy = squares[first][second] - otherMean * sums[first][second];
        return new PairSums(
                observations,
                products[Math.max(first, second)][Math.min(first, second)] - mean * otherMean * observations,
                xx,
                yy,
                lagged[second][first] - mean * adjacent[second][first] + mean * mean * following,
                lagged[first][second] - otherMean * adjacent[first][second] + otherMean * otherMean * following,
                xx > LEAST_SHARE * columns[first].squares() && yy > LEAST_SHARE * columns[second].squares());
    }

    private static int common(long[] first, long[] second) {
        int count = 0;
        for (int word = 0; word < first.length; word++) {
            count += Long.bitCount(first[word] & second[word]);
        }
        return count;
    }
}
