package org.macroedge.server.surprises.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The figure of one period: its first print, and what later releases state for it.
///
/// @param revisions ascending by time; empty where none is known
public record RevisedFigure(
        String releaseId,
        Instant releasedAt,
        @Nullable LocalDate period,
        BigDecimal actual,
        String source,
        List<RevisionItem> revisions) {}
