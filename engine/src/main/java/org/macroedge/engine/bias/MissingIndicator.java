package org.macroedge.engine.bias;

import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.Coded;

/// An indicator that is in force in the catalogue and contributes nothing.
///
/// @param weight |w| over the Σ|w| of full coverage, in [0, 1]
public record MissingIndicator(Indicator indicator, double weight, Reason reason) {

    /// Why an indicator contributes nothing.
    public enum Reason implements Coded {
        /// No release is known.
        NO_RELEASE,
        /// Releases are known, but the last has no forecast.
        NOTHING_EXPECTED,
        /// There are too few surprises for a σ, and no prior serves.
        INSUFFICIENT_HISTORY,
        /// Releases are known, but the last looks like a typing error.
        SUSPECT,
        /// Releases are known, but a person doubts the last.
        DOUBTFUL,
        /// Releases are known, but the last did not take place.
        CANCELLED,
        /// Releases are known, but the publisher took the last back.
        WITHDRAWN,
        /// Its last signal has decayed.
        ROLLED_OFF
    }
}
