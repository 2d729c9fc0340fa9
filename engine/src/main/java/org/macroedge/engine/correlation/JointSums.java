package org.macroedge.engine.correlation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// For each pair of several columns, the sums over the rows in which both have a value, from which their correlation
/// and its effective number follow.
///
/// Columns are [CentredColumn]s, so that the rows of a pair need one product of two columns. A sum of one column over
/// the rows of another is taken over [ChosenRows]: what a pair costs beside the product are the gaps, not all rows.
///
/// Each sum is added up in the order of rows, whatever other columns there are: a pair has the same bits alone and
/// among many. Products are added by fused multiply-adds, which IEEE 754 defines: the bits are those of every machine.
/// Columns are summed in parallel; no sum is. O(n·p²) time, O(n·p + p²) memory. Immutable.
final class JointSums {

    /// Rows that are added in one pass over the sums of a column, which are then loaded once for all of them.
    private static final int TOGETHER = 8;

    /// Chosen rows that are added in one pass.
    private static final int AT_ONCE = 4;

    /// Rows of one block, which stay near the processor.
    private static final int BLOCK = 128;

    /// Rows that are filled together, whose lines of the same columns stay in the nearest memory.
    private static final int STRIP = 32;

    /// Columns of one task, so that it reads the rows once for all of them.
    private static final int CHUNK = 25;

    private final CentredColumn[] columns;

    /// By row: the deviation of each column, then its square.
    private final double[][] values;

    /// By row: dₜ₋₁·dₜ of each column, then dₜ₋₁ + dₜ, both 0 where one is missing. Empty where no column asks for it.
    private final double[][] pairs;

    /// A row without values.
    private final double[] none;

    /// By column j, then i: Σ dᵢ·dⱼ for i up to j.
    private final double[][] products;

    /// By column j: of each column i over the rows that j adds, the sum, then the sum of squares.
    private final double[][] sums;

    /// By column j: of each column i over the neighbours that j adds, Σ dₜ₋₁·dₜ, then Σ (dₜ₋₁ + dₜ).
    private final double[][] pairSums;

    /// @param all of equal length, NaN where missing
    JointSums(List<double[]> all) {
        int count = all.size();
        int rows = all.isEmpty() ? 0 : all.getFirst().length;
        this.columns = IntStream.range(0, count)
                .parallel()
                .mapToObj(index -> CentredColumn.of(all.get(index), 0, rows))
                .toArray(CentredColumn[]::new);
        boolean paired =
                Arrays.stream(columns).anyMatch(column -> column.paired().added().length > 0);
        this.values = new double[rows][];
        this.pairs = new double[paired ? rows : 0][];
        IntStream.range(0, (rows + STRIP - 1) / STRIP).parallel().forEach(this::fill);
        this.none = new double[2 * count];
        this.products = new double[count][count];
        this.sums = new double[count][2 * count];
        this.pairSums = new double[count][2 * count];
        IntStream.range(0, (count + CHUNK - 1) / CHUNK).parallel().forEach(chunk -> {
            int first = chunk * CHUNK;
            int end = Math.min(count, first + CHUNK);
            new Task(first, end).run();
        });
    }

    private void fill(int strip) {
        int start = strip * STRIP;
        int end = Math.min(values.length, start + STRIP);
        for (int row = start; row < end; row++) {
            values[row] = new double[2 * columns.length];
        }
        for (int row = start; row < Math.min(end, pairs.length); row++) {
            pairs[row] = new double[2 * columns.length];
        }
        for (int column = 0; column < columns.length; column++) {
            double[] source = columns[column].deviations();
            for (int row = start; row < end; row++) {
                values[row][column] = source[row];
                values[row][columns.length + column] = source[row] * source[row];
            }
            for (int row = Math.max(start, 1); row < Math.min(end, pairs.length); row++) {
                pairs[row][column] = source[row - 1] * source[row];
                pairs[row][columns.length + column] = columns[column].adjacent(row);
            }
        }
    }

    /// Sums some columns, block after block of rows, which stay near the processor for all of them.
    private final class Task {

        private final int first;
        private final int end;
        private final int[] nextValue;
        private final int[] nextPair;

        Task(int first, int end) {
            this.first = first;
            this.end = end;
            this.nextValue = new int[end - first];
            this.nextPair = new int[end - first];
        }

        void run() {
            for (int row = 0; row < values.length; row += BLOCK) {
                int after = Math.min(values.length, row + BLOCK);
                multiply(row, after);
                for (int column = first; column < end; column++) {
                    int[] valued = columns[column].valued().added();
                    int[] paired = columns[column].paired().added();
                    nextValue[column - first] = add(values, valued, nextValue[column - first], after, sums[column]);
                    nextPair[column - first] = add(pairs, paired, nextPair[column - first], after, pairSums[column]);
                }
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
                    addMultiple(products[column], values[row], column);
                }
            }
        }

        /// Adds the chosen rows before another one.
        ///
        /// @param from the position of the first chosen row
        /// @return the position after the last one
        private int add(double[][] rows, int[] chosen, int from, int before, double[] sums) {
            int after = from;
            while (after < chosen.length && chosen[after] < before) {
                after++;
            }
            for (int next = from; next < after; next += AT_ONCE) {
                addTogether(
                        row(rows, chosen, next, after),
                        row(rows, chosen, next + 1, after),
                        row(rows, chosen, next + 2, after),
                        row(rows, chosen, next + 3, after),
                        sums);
            }
            return after;
        }

        private double[] row(double[][] rows, int[] chosen, int position, int after) {
            return position < after ? rows[chosen[position]] : none;
        }
    }

    private static void addMultiple(double[] product, double[] values, int column) {
        for (int other = 0; other <= column; other++) {
            product[other] = Math.fma(values[column], values[other], product[other]);
        }
    }

    private void multiplyTogether(double[] product, int row, int column) {
        double[] r0 = values[row];
        double[] r1 = values[row + 1];
        double[] r2 = values[row + 2];
        double[] r3 = values[row + 3];
        double[] r4 = values[row + 4];
        double[] r5 = values[row + 5];
        double[] r6 = values[row + 6];
        double[] r7 = values[row + 7];
        double d0 = r0[column];
        double d1 = r1[column];
        double d2 = r2[column];
        double d3 = r3[column];
        double d4 = r4[column];
        double d5 = r5[column];
        double d6 = r6[column];
        double d7 = r7[column];
        for (int other = 0; other <= column; other++) {
            double sum = Math.fma(d0, r0[other], product[other]);
            sum = Math.fma(d1, r1[other], sum);
            sum = Math.fma(d2, r2[other], sum);
            sum = Math.fma(d3, r3[other], sum);
            sum = Math.fma(d4, r4[other], sum);
            sum = Math.fma(d5, r5[other], sum);
            sum = Math.fma(d6, r6[other], sum);
            product[other] = Math.fma(d7, r7[other], sum);
        }
    }

    private static void addTogether(double[] r0, double[] r1, double[] r2, double[] r3, double[] sums) {
        for (int index = 0; index < sums.length; index++) {
            sums[index] = sums[index] + r0[index] + r1[index] + r2[index] + r3[index];
        }
    }

    PairSums pair(int first, int second) {
        return PairSums.of(
                columns[first],
                columns[second],
                products[Math.max(first, second)][Math.min(first, second)],
                over(first, second),
                over(second, first));
    }

    /// Of a column over the rows of another.
    private ColumnSums over(int column, int rows) {
        int next = columns.length + column;
        return columns[column].over(
                columns[rows], sums[rows][column], sums[rows][next], pairSums[rows][column], pairSums[rows][next]);
    }
}
