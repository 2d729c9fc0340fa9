package org.macroedge.server.sources.fetch;

import java.time.Duration;

/// Waits for a turn.
@FunctionalInterface
public interface Pause {

    /// Sleeps.
    Pause SLEEP = Thread::sleep;

    void of(Duration duration) throws InterruptedException;
}
