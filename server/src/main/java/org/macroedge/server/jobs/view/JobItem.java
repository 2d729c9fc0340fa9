package org.macroedge.server.jobs.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A job.
///
/// @param description what it does, as a sentence
/// @param schedule clock times and their zone, or what it follows in words; null where it runs only after others or by
/// hand
/// @param after names or groups of the jobs that it follows
/// @param paused whether it runs by hand only
/// @param next when it runs next by itself; null where it has no schedule or is paused, or none of its times is known
/// yet
/// @param last its latest run; null before the first
public record JobItem(
        String name,
        String description,
        @Nullable String schedule,
        List<String> after,
        boolean paused,
        @Nullable Instant next,
        @Nullable JobRunItem last) {}
