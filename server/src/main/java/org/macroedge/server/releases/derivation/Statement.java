package org.macroedge.server.releases.derivation;

import org.macroedge.server.releases.intake.ReportedRelease;

/// A row of a source, kept for good.
///
/// @param number its key in the store; a row that is not stored yet has the number that it will get
/// @param row with the instant that the catalogue in use gives it
public record Statement(long number, ReportedRelease row) {}
