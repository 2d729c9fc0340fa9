package org.macroedge.engine.correlation;

import java.util.Arrays;

/// The values of one series as deviations from their mean, in a unit of their own size: squares of tiny or huge values
/// neither vanish nor overflow.
///
/// @param deviations 0 where the value is missing
/// @param neighbours the deviation of a row and of the row before, added; 0 where one is missing
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
        double[] neighbours,
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
        double[] neighbours = new double[rows];
        double sum = 0;
        double squares = 0;
        double lagged = 0;
        double adjacent = 0;
        double before = 0;
        for (int row = 0; row < rows; row++) {
            double deviation = deviations[row];
            double both = isSet(following, row) ? before + deviation : 0;
            neighbours[row] = both;
            sum += deviation;
            squares += deviation * deviation;
            lagged += before * deviation;
            adjacent += both;
            before = deviation;
        }
        ChosenRows valued = ChosenRows.of(present, 0, rows);
        ChosenRows paired = ChosenRows.of(following, Math.min(1, rows), rows);
        return new CentredColumn(
                deviations, neighbours, present, following, valued, paired, sum, squares, lagged, adjacent);
    }

    private static boolean isSet(long[] rows, int row) {
        return (rows[row / Long.SIZE] >>> row & 1) != 0;
    }

    private static long[] present(double[] values) {
        long[] present = new long[(values.length + Long.SIZE - 1) / Long.SIZE];
        for (int row = 0; row < values.length; row++) {
            present[row / Long.SIZE] |= Double.isNaN(values[row]) ? 0 : 1L << row;
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
        double sum = 0;
        int count = 0;
        for (int row = 0; row < values.length; row++) {
            boolean missing = Double.isNaN(values[row]);
            values[row] = missing ? 0 : values[row] * unit;
            sum += values[row];
            count += missing ? 0 : 1;
        }
        double left = subtract(sum / Math.max(count, 1), values, present);
        // what rounding left is much of values that are nearly equal
        subtract(left / Math.max(count, 1), values, present);
    }

    /// @return the sum of what is left
    private static double subtract(double mean, double[] values, long[] present) {
        double left = 0;
        for (int row = 0; row < values.length; row++) {
            values[row] = isSet(present, row) ? values[row] - mean : 0;
            left += values[row];
        }
        return left;
    }
}
