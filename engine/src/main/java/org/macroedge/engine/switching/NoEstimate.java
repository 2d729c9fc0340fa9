package org.macroedge.engine.switching;

import org.macroedge.engine.vocabulary.Coded;

/// Why a series has no estimate, or an estimate no standard errors.
public enum NoEstimate implements Coded {
    /// There are fewer than five periods for each parameter.
    TOO_FEW_PERIODS,
    /// A value is infinite, not a number, or beyond 1e40 in size.
    NOT_FINITE,
    /// All values are equal, up to rounding.
    CONSTANT,
    /// No start reached a maximum of the likelihood.
    NO_MAXIMUM,
    /// The likelihood is flat in a direction, as where a probability is 0 or 1, so that its curvature has
    /// no inverse.
    FLAT
}
