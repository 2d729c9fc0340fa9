package org.macroedge.server.releases.importing;

/// The result of an undo, with the number of its own batch.
public record UndoResult(long batch) {}
