package org.macroedge.engine.correlation;

import java.util.Arrays;

/// The values of one series as deviations from their mean, in a unit of their own size: squares of tiny or huge values
/// neither vanish nor overflow.
///
/// @param deviations 0 where the value is missing
/// @param present a bit for each row, set where it has a value
/// @param following a bit for each row, set where it has a value and follows a row that has one
/// @param valued `present`, for sums of other columns
/// @param paired `following`, for sums of other columns
/// @param squares Σ dₜ²
/// @param sum Σ dₜ, which is 0 but for rounding
/// @param lagged Σ dₜ₋₁·dₜ over `following`
/// @param adjacent Σ (dₜ₋₁ + dₜ) over `following`
record CentredColumn(
        double[] deviations,
        long[] present,
        long[] following,
        ChosenRows valued,
        ChosenRows paired,
        double sum,
        double squares,
        double lagged,
        double adjacent) {

    private static final int LARGEST_EXPONENT = 1_000;

    /// @param values NaN where missing
    /// @param from the first row that counts
    /// @param to the row after the last one
    static CentredColumn of(double[] values, int from, int to) {
        int rows = to - from;
        double[] deviations = Arrays.copyOfRange(values, from, to);
        long[] present = present(deviations);
        centre(deviations, present);
        long[] following = following(present);
        double sum = 0;
        double squares = 0;
        double lagged = 0;
        double adjacent = 0;
        double before = 0;
        for (int row = 0; row < rows; row++) {
            double deviation = deviations[row];
            sum += deviation;
            squares = Math.fma(deviation, deviation, squares); // as the product of the column with itself
            lagged += before * deviation;
            adjacent += where(following, row, before + deviation);
            before = deviation;
        }
        ChosenRows valued = ChosenRows.of(present, 0, rows);
        ChosenRows paired = ChosenRows.of(following, Math.min(1, rows), rows);
        return new CentredColumn(deviations, present, following, valued, paired, sum, squares, lagged, adjacent);
    }

    /// The sums over the rows of another column, each in the order of rows.
    ColumnSums over(CentredColumn rows) {
        double ownSum = 0;
        double ownSquares = 0;
        for (int row : rows.valued.added()) {
            ownSum += deviations[row];
            ownSquares += deviations[row] * deviations[row];
        }
        double ownLagged = 0;
        double ownAdjacent = 0;
        for (int row : rows.paired.added()) {
            ownLagged += deviations[row - 1] * deviations[row];
            ownAdjacent += adjacent(row);
        }
        return over(rows, ownSum, ownSquares, ownLagged, ownAdjacent);
    }

    /// The sums over the rows of another column, from those over the rows that it adds.
    ColumnSums over(
            CentredColumn rows, double addedSum, double addedSquares, double addedLagged, double addedAdjacent) {
        return new ColumnSums(
                rows.valued.sum(sum, addedSum),
                rows.valued.sum(squares, addedSquares),
                rows.paired.sum(lagged, addedLagged),
                rows.paired.sum(adjacent, addedAdjacent));
    }

    /// dₜ₋₁ + dₜ of a row after the first one; 0 where one of them is missing.
    double adjacent(int row) {
        return where(following, row, deviations[row - 1] + deviations[row]);
    }

    /// A value in the rows that are set, 0 in the others; without a branch, which a processor could not foretell.
    private static double where(long[] rows, int row, double value) {
        long all = -(rows[row / Long.SIZE] >>> row & 1);
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) & all);
    }

    private static long[] present(double[] values) {
        long[] present = new long[(values.length + Long.SIZE - 1) / Long.SIZE];
        for (int word = 0; word < present.length; word++) {
            long rows = 0;
            int end = Math.min(values.length, (word + 1) * Long.SIZE);
            for (int row = word * Long.SIZE; row < end; row++) {
                rows |= Double.isNaN(values[row]) ? 0 : 1L << row;
            }
            present[word] = rows;
        }
        return present;
    }

    private static long[] following(long[] present) {
        long[] following = new long[present.length];
        long carried = 0;
        for (int word = 0; word < present.length; word++) {
            following[word] = present[word] & (present[word] << 1 | carried);
            carried = present[word] >>> Long.SIZE - 1;
        }
        return following;
    }

    /// Replaces missing values by 0 and the others by their deviations, in units of a power of two, which is exact.
    private static void centre(double[] values, long[] present) {
        double size = 0;
        for (double value : values) {
            double absolute = Math.abs(value);
            size = absolute > size ? absolute : size;
        }
        double unit = Math.scalb(1, -Math.clamp(Math.getExponent(size), -LARGEST_EXPONENT, LARGEST_EXPONENT));
        long count = 0;
        for (long word : present) {
            count += Long.bitCount(word);
        }
        for (int row = 0; row < values.length; row++) {
            values[row] = where(present, row, values[row] * unit);
        }
        subtract(sum(values) / Math.max(count, 1), values, present);
        // what rounding left is much of values that are nearly equal
        subtract(sum(values) / Math.max(count, 1), values, present);
    }

    private static void subtract(double mean, double[] values, long[] present) {
        for (int row = 0; row < values.length; row++) {
            values[row] = where(present, row, values[row] - mean);
        }
    }

    /// In four sums, none of which waits for another.
    private static double sum(double[] values) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int row = 0;
        for (; row + 4 <= values.length; row += 4) {
            s0 += values[row];
            s1 += values[row + 1];
            s2 += values[row + 2];
            s3 += values[row + 3];
        }
        for (; row < values.length; row++) {
            s0 += values[row];
        }
        return s0 + s1 + (s2 + s3);
    }
}
