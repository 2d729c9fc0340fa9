package org.macroedge.server.ready;

import java.time.Instant;

/// An answer with the span of the clock for which it is right while the store does not change.
///
/// @param from inclusive
/// @param until exclusive
record DatedAnswer(ReadyAnswer answer, Instant from, Instant until) {

    boolean isRightAt(Instant clock) {
        return !clock.isBefore(from) && clock.isBefore(until);
    }
}
