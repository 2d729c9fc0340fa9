package org.macroedge.server.platform.query;

import java.time.Instant;

/// Says up to which record time a question can be answered.
@FunctionalInterface
public interface RecordClock {

    /// The latest record time of the store, which is after the clock where the clock was set back.
    Instant latest();
}
