package org.macroedge.server.calendar.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One release: its state and, once it is out, its figures and their standardised surprise.
public record CalendarItem(
        String releaseId,
        String indicator,
        String name,
        String shortName,
        String region,
        String category,
        int importance,
        String unit,
        String state,
        Instant releasedAt,
        @Nullable LocalDate period,
        @Nullable BigDecimal actual,
        @Nullable BigDecimal forecast,
        @Nullable String forecastKind,
        @Nullable BigDecimal previous,
        @Nullable BigDecimal surprise,
        @Nullable Double z,
        List<String> marks) {}
