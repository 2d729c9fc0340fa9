package org.macroedge.server.releases.conflicts;

import org.macroedge.engine.vocabulary.Coded;

/// Why one source stands for a release.
public enum WinReason implements Coded {
    /// It has a higher precedence than the others.
    PRECEDENCE,
    /// Another source has the same precedence, and its name comes later.
    NAME
}
