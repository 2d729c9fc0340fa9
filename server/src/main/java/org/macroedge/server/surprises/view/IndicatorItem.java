package org.macroedge.server.surprises.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An indicator's contract with its last release as known.
public record IndicatorItem(
        String indicator,
        String name,
        String shortName,
        String region,
        String category,
        String unit,
        String transform,
        String adjustment,
        String frequency,
        int polarity,
        int importance,
        String group,
        String stage,
        BigDecimal step,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String successor,
        int releases,
        @Nullable Instant lastReleasedAt,
        @Nullable BigDecimal lastActual,
        @Nullable BigDecimal lastForecast,
        @Nullable Double lastZ) {}
