package org.macroedge.server.releases;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// When a release was to come, as a source said; a row of table `schedule`.
///
/// @param capturedAt when the source said so; null in an imported history, which never counts as captured
public record Schedule(
        long fact,
        String release,
        String source,
        @Nullable Instant capturedAt,
        Instant scheduledAt,
        @Nullable LocalDate period,
        @Nullable LocalDate localDate,
        boolean dateOnly,
        @Nullable String eventId) {}
