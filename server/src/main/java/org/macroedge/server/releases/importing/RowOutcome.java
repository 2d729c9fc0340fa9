package org.macroedge.server.releases.importing;

/// What a mapped row did.
enum RowOutcome {
    /// Everything it says was known.
    UNCHANGED,
    /// Another actual, or another forecast of the same capture.
    CORRECTED,
    /// A release, a schedule, a forecast or a first actual.
    IMPORTED,
    /// Only the previous value differs.
    REVISED
}
