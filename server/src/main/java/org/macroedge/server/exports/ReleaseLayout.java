package org.macroedge.server.exports;

import org.macroedge.engine.vocabulary.Coded;

/// Which columns an export of releases has.
public enum ReleaseLayout implements Coded {
    /// All, for programs that compute.
    ANALYSIS,
    /// Those of profile `macro-edge`, which imports them again.
    IMPORT;

    /// The code, as users write it.
    @Override
    public String toString() {
        return code();
    }
}
