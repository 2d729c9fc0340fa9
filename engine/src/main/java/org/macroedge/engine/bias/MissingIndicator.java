package org.macroedge.engine.bias;

import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.Coded;

/// An indicator that the catalogue holds in force and that adds nothing now.
///
/// @param weight its share of the weight that full coverage would have, in [0, 1]
public record MissingIndicator(Indicator indicator, double weight, Reason reason) {

    /// Why an indicator adds nothing.
    public enum Reason implements Coded {
        /// No release is known.
        NO_RELEASE,
        /// Releases are known, but no forecast of any.
        NOTHING_EXPECTED,
        /// Fewer than eleven surprises and no eligible prior.
        INSUFFICIENT_HISTORY,
        /// Its last signal has decayed.
        ROLLED_OFF
    }
}
