package org.macroedge.server.bias.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One instrument's bias with the run that it belongs to.
public record BiasAnswer(
        Instant asOf,
        String runId,
        String weightSet,
        boolean stale,
        boolean sampleOnly,
        String instrument,
        String name,
        String assetClass,
        @Nullable Double score,
        @Nullable String label,
        @Nullable Double z,
        @Nullable Double confidence,
        @Nullable Double coverage,
        @Nullable Double freshness,
        @Nullable Double quality,
        @Nullable Double agreement,
        @Nullable String reason,
        BiasChange change,
        List<BiasDriver> drivers) {}
