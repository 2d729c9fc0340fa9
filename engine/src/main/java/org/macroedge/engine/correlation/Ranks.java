package org.macroedge.engine.correlation;

import java.util.Arrays;

/// Ranks of values: 1 for the smallest; equal values share the mean of their ranks.
final class Ranks {

    private Ranks() {}

    /// Replaces values by their ranks. O(n log n), also where many are equal.
    ///
    /// @param values none of them NaN; the first `count` are replaced
    static void replace(double[] values, int count) {
        for (int index = 0; index < count; index++) {
            values[index] += 0.0; // -0 is 0
        }
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        double[] ranks = new double[count];
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
