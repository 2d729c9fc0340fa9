package org.macroedge.engine.completeness;

/// Where the instant of a release without a figure comes from.
public enum Announcement {
    /// A source announced it, and the announcement was captured.
    CAPTURED,
    /// A source lists it, in a history that does not say since when.
    HISTORY,
    /// No source announced it: the catalogue's cadence.
    CADENCE;

    StateReason reason() {
        return this == CADENCE ? StateReason.CADENCE : StateReason.ANNOUNCED;
    }
}
