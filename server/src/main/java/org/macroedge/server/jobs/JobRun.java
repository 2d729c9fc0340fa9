package org.macroedge.server.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One run of a job.
///
/// @param number counts all runs of a store
/// @param attempt 1 for the first, 2 for the first retry, and so on
/// @param endedAt null while it runs; of an interrupted run, when that was found
/// @param result what was done or why it failed, in one line; null while it runs
public record JobRun(
        long number,
        String job,
        JobTrigger trigger,
        int attempt,
        JobOutcome outcome,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String result) {}
