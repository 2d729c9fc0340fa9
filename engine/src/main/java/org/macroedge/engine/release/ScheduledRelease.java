package org.macroedge.engine.release;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.ReleaseId;

/// When a release is to come, as one capture of a source announced it.
///
/// @param capturedAt when the schedule was seen; null for an imported history, which never counts as captured
/// @param until when another schedule replaced it or the release was published; null where neither happened
public record ScheduledRelease(
        ReleaseId releaseId,
        IndicatorId indicator,
        Instant scheduledAt,
        @Nullable Instant capturedAt,
        String source,
        @Nullable Instant until) {}
