package org.macroedge.engine.correlation;

import java.util.Arrays;

/// Ranks of values: 1 for the smallest; equal values share the mean of their ranks. Its memory is used for one series
/// after the other. Belongs to one thread.
final class Ranks {

    private double[] sorted = new double[0];
    private double[] ranks = new double[0];

    /// Replaces values by their ranks. O(n log n), also where many are equal.
    ///
    /// @param values none of them NaN; the first `count` are replaced
    void replace(double[] values, int count) {
        for (int index = 0; index < count; index++) {
            values[index] += 0.0; // -0 is 0
        }
        if (sorted.length < count) {
            sorted = new double[count];
            ranks = new double[count];
        }
        System.arraycopy(values, 0, sorted, 0, count);
        Arrays.sort(sorted, 0, count);
        int distinct = 0;
        for (int from = 0; from < count; ) {
            int to = from;
            while (to < count && sorted[to] == sorted[from]) {
                to++;
            }
            ranks[distinct] = (from + 1 + to) / 2.0;
            sorted[distinct++] = sorted[from];
            from = to;
        }
        for (int index = 0; index < count; index++) {
            values[index] = ranks[Arrays.binarySearch(sorted, 0, distinct, values[index])];
        }
    }
}
