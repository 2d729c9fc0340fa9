package org.macroedge.engine.regime;

import org.macroedge.engine.vocabulary.Coded;

/// Why an axis has no second opinion at a month-end.
public enum NoSecondOpinion implements Coded {
    /// Fewer than 60 month-ends in a row, this one included, have a composite.
    TOO_FEW_MONTHS,
    /// All of their composites are equal.
    CONSTANT,
    /// The likelihood of the model has no maximum that the search reached.
    NO_MAXIMUM
}
