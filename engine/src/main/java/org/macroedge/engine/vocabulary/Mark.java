package org.macroedge.engine.vocabulary;

/// A caveat that a reader must know before trusting the number of a release.
public enum Mark implements Coded {
    PROVISIONAL,
    IMPORTED,
    INFERRED,
    DATE_ONLY,
    CATALOGUE_TIME,
    SCHEDULE_TIME,
    CORRECTED,
    CLIPPED,
    NO_FORECAST,
    SUPERSEDED,
    SUSPECT,
    CONFIRMED,
    DOUBTFUL,
    CANCELLED,
    WITHDRAWN,
    EXPECTED;

    /// The constant with this code.
    ///
    /// @throws IllegalArgumentException if no constant has this code
    public static Mark ofCode(String code) {
        return Coded.of(Mark.class, code);
    }
}
