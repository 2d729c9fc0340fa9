package org.macroedge.server.surprises.view;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.json.Codes;

/// A release that a person should look at.
///
/// @param kind `suspect`: it looks like a typing error and does not count until someone confirms it; `extreme`:
/// it counts, clipped, until someone doubts it
/// @param step the smallest difference that the publisher reports
/// @param nextPrevious the previous figure beside the indicator's next release, which tells whether this one
/// was right; null where there is none yet
public record SuspectItem(
        @Codes(SuspectKind.class) String kind,
        String releaseId,
        String indicator,
        String name,
        String shortName,
        @Codes(Region.class) String region,
        @Codes(Category.class) String category,
        String unit,
        BigDecimal step,
        Instant releasedAt,
        BigDecimal actual,
        @Nullable BigDecimal forecast,
        @Codes(ForecastKind.class) @Nullable String forecastKind,
        @Nullable BigDecimal previous,
        @Nullable BigDecimal nextPrevious,
        double zRaw,
        String source) {}
