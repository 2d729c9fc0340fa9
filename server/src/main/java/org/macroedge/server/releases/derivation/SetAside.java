package org.macroedge.server.releases.derivation;

import org.macroedge.server.releases.intake.RowFault;

/// A row that is read and does not count, with the reason.
///
/// @param message names the rows that contradict it, by file and line
public record SetAside(Statement statement, RowFault.Reason reason, String message) {}
