package org.macroedge.server.surprises;

import org.macroedge.engine.vocabulary.Coded;

/// At which instants a history has points.
public enum HistoryGrid implements Coded {

    /// The daily close: 22:00 UTC from Monday to Friday.
    CLOSE,

    /// Every release instant.
    RELEASE;

    /// The code, as users write it.
    @Override
    public String toString() {
        return code();
    }
}
