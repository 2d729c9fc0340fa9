package org.macroedge.engine.catalogue;

import org.macroedge.engine.vocabulary.Coded;

/// What the "previous" value of a release refers to. Revisions are compared only where it is the prior period.
public enum PreviousRefersTo implements Coded {
    /// The period before the one that the release describes.
    PRIOR_PERIOD,
    /// An earlier stage of the same period: the "previous" of a final PMI is its flash.
    PRIOR_STAGE;

    /// The constant with this code.
    ///
    /// @throws IllegalArgumentException if no constant has this code
    public static PreviousRefersTo ofCode(String code) {
        return Coded.of(PreviousRefersTo.class, code);
    }
}
