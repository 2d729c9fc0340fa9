package org.macroedge.server.jobs;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a job runs by itself.
public interface JobTiming {

    /// The next time of the job, as far as it is known at an instant. A time that has passed and was not used is due
    /// now.
    ///
    /// @return null where none is known; never null where the times are fixed
    @Nullable
    Instant next(Instant now);

    /// How long a time that was read stands before it is read again, since what it follows from can change; null where
    /// the times are fixed.
    @Nullable
    Duration review();

    /// For people, to stand after "at", as `06:45 and 18:30 America/New_York`.
    String text();
}
