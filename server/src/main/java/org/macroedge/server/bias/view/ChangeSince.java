package org.macroedge.server.bias.view;

import org.macroedge.engine.vocabulary.Coded;

/// Since when a change is asked for.
public enum ChangeSince implements Coded {
    /// For 24 hours.
    DAY,
    /// For 7 days.
    WEEK,
    /// Since the last second at which the label was another.
    LABEL;

    /// The code, as users write it.
    @Override
    public String toString() {
        return code();
    }
}
