package org.macroedge.engine.vocabulary;

/// What a reader must know about a release before trusting its number.
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
    SUPERSEDED;

    /// The constant with this code.
    ///
    /// @throws IllegalArgumentException where there is none
    public static Mark ofCode(String code) {
        return Coded.of(Mark.class, code);
    }
}
