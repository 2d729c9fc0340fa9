package org.macroedge.server.releases.importing;

/// An undo, by its own batch.
public record UndoResult(long batch) {}
