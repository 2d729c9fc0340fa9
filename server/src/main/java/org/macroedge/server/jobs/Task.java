package org.macroedge.server.jobs;

import java.time.Duration;

/// Work that a server repeats.
///
/// @param name for the log, as `trim-event-log`
/// @param every the pause between the end of one run and the start of the next
/// @param work ends by itself, since a server that stops waits for it
public record Task(String name, Duration every, Runnable work) {

    public Task {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("every must be positive, not " + every);
        }
    }
}
