package org.macroedge.server.releases.importing;

/// A row that could not be read, word for word, with the reason.
public record QuarantinedRow(long batch, String file, long line, String reason, String message, String raw) {}
