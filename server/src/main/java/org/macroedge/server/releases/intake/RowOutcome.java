package org.macroedge.server.releases.intake;

/// What a mapped row did, the strongest last: a row that does several of these counts as the strongest.
public enum RowOutcome {
    /// Everything it says was known.
    UNCHANGED,
    /// Only the previous value differs.
    REVISED,
    /// It brought a release, a schedule, a forecast or a first actual.
    IMPORTED,
    /// It brought another actual, or another forecast of the same capture.
    CORRECTED;

    /// The stronger of two outcomes of one row.
    public RowOutcome strongest(RowOutcome other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
