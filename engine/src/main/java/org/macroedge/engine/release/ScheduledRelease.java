package org.macroedge.engine.release;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.ReleaseId;

/// A release that is announced and has no actual yet.
///
/// @param capturedAt when the schedule was seen; null for an imported history, which never counts as captured
/// @param forecast in the indicator's unit; null where none is known
public record ScheduledRelease(
        ReleaseId releaseId,
        IndicatorId indicator,
        Instant scheduledAt,
        @Nullable Instant capturedAt,
        String source,
        @Nullable BigDecimal forecast) {}
