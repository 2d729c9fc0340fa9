package org.macroedge.engine.completeness;

import org.macroedge.engine.vocabulary.Coded;

/// How a release stands at an instant, as known then. [Publisher] decides between the states of a release
/// without a figure.
public enum ReleaseState implements Coded {
    /// A source announced it for an instant that is to come.
    SCHEDULED,
    /// No source announced it: the catalogue's cadence puts it about a day that is to come.
    EXPECTED,
    /// Its instant has passed, and its publisher is not late yet. It lowers nothing.
    DUE,
    /// Its publisher is late with it. It lowers freshness.
    LATE,
    /// It did not come, and waiting for it is over; the reason says why.
    MISSING,
    /// It was called off, or never took place. Its publisher is not late with it.
    CANCELLED,
    /// Its figure is known and stands.
    RELEASED,
    /// Its figure was taken back. It counts no more.
    WITHDRAWN;

    /// Whether it should have a figure and has none.
    public boolean isOpen() {
        return this == DUE || this == LATE || this == MISSING;
    }
}
