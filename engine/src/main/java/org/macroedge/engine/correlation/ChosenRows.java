package org.macroedge.engine.correlation;

import java.util.BitSet;

/// Rows over which sums of other columns are taken: by adding them up, or by taking the others from the sum of all,
/// whichever are fewer.
///
/// @param added ascending: the chosen rows, or those that are not chosen
/// @param complement whether `added` are those that are not chosen
record ChosenRows(int[] added, boolean complement) {

    /// @param chosen a bit for each row
    /// @param from the first row that can be chosen
    /// @param to the row after the last one
    static ChosenRows of(long[] chosen, int from, int to) {
        BitSet rows = BitSet.valueOf(chosen);
        boolean complement = 2 * rows.cardinality() > to - from;
        if (complement) {
            rows.flip(from, to);
        }
        return new ChosenRows(rows.stream().toArray(), complement);
    }

    /// The sum over the chosen rows.
    ///
    /// @param all the sum over all rows
    /// @param part the sum over `added`
    double sum(double all, double part) {
        return complement ? all - part : part;
    }
}
