package org.macroedge.server.surprises.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One release: actual against forecast, the scale known before it, and z.
public record ReleaseItem(
        String releaseId,
        Instant releasedAt,
        @Nullable LocalDate period,
        BigDecimal actual,
        @Nullable BigDecimal forecast,
        @Nullable String forecastKind,
        @Nullable BigDecimal previous,
        @Nullable BigDecimal surprise,
        @Nullable Double sigma,
        int sigmaObservations,
        @Nullable Double zRaw,
        @Nullable Double z,
        @Nullable String reason,
        String source,
        List<String> marks) {}
