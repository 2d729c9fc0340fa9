package org.macroedge.server.releases.profile.table;

import org.macroedge.server.releases.intake.RowFault;

/// Why a row does not fit the columns of its table.
public record RowMismatch(RowFault.Reason reason, String message) {}
