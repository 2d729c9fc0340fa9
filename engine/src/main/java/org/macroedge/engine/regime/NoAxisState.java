package org.macroedge.engine.regime;

import org.macroedge.engine.vocabulary.Coded;

/// Why an axis is undetermined.
public enum NoAxisState implements Coded {
    /// There is no composite: too few prints, or indicators of too little weight have a momentum.
    TOO_FEW_DATA,
    /// The composite has not been beyond the band for two month-ends in a row yet.
    INSIDE_BAND
}
