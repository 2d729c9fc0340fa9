package org.macroedge.server.surprises.view;

import org.macroedge.engine.vocabulary.Coded;

/// Why a person should look at a release.
public enum SuspectKind implements Coded {
    /// It looks like a typing error, and does not count.
    SUSPECT,
    /// It is more than ten σ from its forecast, and counts, clipped.
    EXTREME
}
