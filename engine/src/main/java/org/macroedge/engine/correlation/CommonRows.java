package org.macroedge.engine.correlation;

/// The correlations of pairs of series, each over the rows in which both have a value. Its memory is used for one
/// pair after the other. Belongs to one thread.
final class CommonRows {

    private final CorrelationMethod method;
    private final int fewest;
    private final Ranks ranks = new Ranks();
    private double[] x = new double[0];
    private double[] y = new double[0];
    private boolean[] follows = new boolean[0];

    /// @param fewest rows asked for, at least 2
    CommonRows(CorrelationMethod method, int fewest) {
        this.method = method;
        this.fewest = fewest;
    }

    /// Over the rows from `from`, inclusive, to `to`, exclusive.
    PairCorrelation correlation(double[] first, double[] second, int from, int to) {
        return method == CorrelationMethod.PEARSON
                ? PairCorrelation.of(
                                PairSums.of(CentredColumn.of(first, from, to), CentredColumn.of(second, from, to)),
                                fewest)
                        .orElseGet(() -> inTwoPasses(first, second, from, to))
                : inTwoPasses(first, second, from, to);
    }

    /// By the deviations from the means of the common rows themselves.
    PairCorrelation inTwoPasses(double[] first, double[] second, int from, int to) {
        int count = take(first, second, from, to);
        if (count < fewest) {
            return PairCorrelation.none(count, NoCorrelation.TOO_FEW_OBSERVATIONS);
        }
        method.prepare(x, count, ranks);
        method.prepare(y, count, ranks);
        if (!centre(x, count) || !centre(y, count)) {
            return PairCorrelation.none(count, NoCorrelation.CONSTANT);
        }
        double xx = product(x, x, count);
        double yy = product(y, y, count);
        double value = Math.clamp(product(x, y, count) / Math.sqrt(xx * yy), -1, 1);
        double memory = lagged(x, follows, count) / xx * (lagged(y, follows, count) / yy);
        return PairCorrelation.of(count, value, memory, method);
    }

    /// @return the number of rows
    private int take(double[] first, double[] second, int from, int to) {
        if (x.length < to - from) {
            x = new double[to - from];
            y = new double[to - from];
            follows = new boolean[to - from];
        }
        int count = 0;
        int last = from - 2;
        for (int row = from; row < to; row++) {
            if (!Double.isNaN(first[row]) && !Double.isNaN(second[row])) {
                x[count] = first[row];
                y[count] = second[row];
                follows[count++] = last == row - 1;
                last = row;
            }
        }
        return count;
    }

    /// Replaces the values by their deviations from the mean, scaled so that the largest is 1: squares of tiny
    /// or huge values neither vanish nor overflow.
    ///
    /// @return whether they vary
    static boolean centre(double[] values, int count) {
        double size = 0;
        boolean varies = false;
        for (int index = 0; index < count; index++) {
            size = Math.max(size, Math.abs(values[index]));
            varies |= values[index] != values[0];
        }
        if (!varies) {
            return false;
        }
        double mean = 0;
        for (int index = 0; index < count; index++) {
            mean += values[index] / size / count;
        }
        double largest = 0;
        for (int index = 0; index < count; index++) {
            values[index] = values[index] / size - mean;
            largest = Math.max(largest, Math.abs(values[index]));
        }
        for (int index = 0; index < count; index++) {
            values[index] /= largest;
        }
        return true;
    }

    private static double product(double[] first, double[] second, int count) {
        double sum = 0;
        for (int index = 0; index < count; index++) {
            sum += first[index] * second[index];
        }
        return sum;
    }

    private static double lagged(double[] deviations, boolean[] follows, int count) {
        double sum = 0;
        for (int index = 1; index < count; index++) {
            if (follows[index]) {
                sum += deviations[index - 1] * deviations[index];
            }
        }
        return sum;
    }
}
