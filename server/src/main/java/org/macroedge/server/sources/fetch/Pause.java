package org.macroedge.server.sources.fetch;

import java.time.Clock;
import java.time.Duration;
import org.macroedge.server.platform.time.VirtualClock;

/// Waits for a turn.
@FunctionalInterface
public interface Pause {

    /// Sleeps until a clock has advanced so far.
    static Pause by(Clock clock) {
        return duration -> Thread.sleep(VirtualClock.wait(clock, duration));
    }

    void of(Duration duration) throws InterruptedException;
}
