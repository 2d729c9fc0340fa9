package org.macroedge.server.releases.conflicts;

import org.macroedge.engine.vocabulary.Coded;

/// In what two sources differ about one release.
public enum ConflictKind implements Coded {
    ACTUAL,
    PREVIOUS,
    PERIOD,
    /// When it was published, or, before any source has an actual, when it is to be.
    INSTANT
}
