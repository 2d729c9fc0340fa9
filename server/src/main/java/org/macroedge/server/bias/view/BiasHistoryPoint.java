package org.macroedge.server.bias.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The bias at one instant of a history.
public record BiasHistoryPoint(
        Instant asOf,
        String runId,
        @Nullable Double score,
        @Nullable String label,
        @Nullable Double z,
        @Nullable Double confidence,
        @Nullable Double coverage,
        @Nullable Double freshness,
        @Nullable Double quality,
        @Nullable Double agreement,
        @Nullable String reason) {}
