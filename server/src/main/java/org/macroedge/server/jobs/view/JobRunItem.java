package org.macroedge.server.jobs.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.jobs.JobOutcome;
import org.macroedge.server.jobs.JobTrigger;
import org.macroedge.server.platform.json.Codes;

/// One run of a job.
///
/// @param number counts all runs of the store
/// @param trigger `schedule`, `retry` after a scheduled run that failed, `follows` after a job that it follows, or
/// `manual`
/// @param attempt 1 for the first, 2 for the first retry
/// @param outcome `running`, `succeeded`, `failed`, or `interrupted` where its process ended before it did
/// @param endedAt null while it runs
/// @param result what was done, or why it failed; null while it runs
public record JobRunItem(
        long number,
        String job,
        @Codes(JobTrigger.class) String trigger,
        int attempt,
        @Codes(JobOutcome.class) String outcome,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String result) {}
