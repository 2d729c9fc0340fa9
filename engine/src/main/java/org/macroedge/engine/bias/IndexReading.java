package org.macroedge.engine.bias;

import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Coded;

/// A surprise index at one instant.
///
/// @param z positive means stronger, hotter or tighter than expected; null before the first usable z of its indicators
/// @param coverage Σw of the indicators with a live signal over Σw of those in force in the catalogue, in [0, 1]
public record IndexReading(@Nullable Double z, double coverage) {

    /// What limits the meaning of an index.
    public enum Reason implements Coded {
        /// No indicator has a usable surprise yet.
        NO_HISTORY,
        /// Every signal has decayed: the index is 0.
        NO_LIVE_SIGNAL,
        /// Less than half of the weight has a live signal.
        THIN_COVERAGE
    }

    /// @param z NaN without history
    static IndexReading of(double z, double coverage) {
        return new IndexReading(Double.isNaN(z) ? null : z, coverage);
    }

    /// The first reason that applies; null where none does.
    public @Nullable Reason reason() {
        if (z == null) {
            return Reason.NO_HISTORY;
        }
        if (coverage == 0) {
            return Reason.NO_LIVE_SIGNAL;
        }
        return coverage < NoLabel.LEAST_COVERAGE ? Reason.THIN_COVERAGE : null;
    }
}
