package org.macroedge.server.releases.intake;

/// What became of one row of a source. Every adapter gives each row exactly one result.
public sealed interface RowResult {

    /// A row under an indicator.
    record Mapped(ReportedRelease release) implements RowResult {}

    /// A row that has no number, or is declared to have none: a holiday, a speech, a vote.
    record Ignored() implements RowResult {}

    /// A row with a number under a title that belongs to no indicator.
    record Unmapped(String title) implements RowResult {}

    /// A row that cannot be read; it goes to quarantine.
    record Faulty(RowFault fault) implements RowResult {}
}
