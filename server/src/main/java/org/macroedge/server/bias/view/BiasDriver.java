package org.macroedge.server.bias.view;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.json.Codes;

/// A release that is one of the three largest reasons.
public record BiasDriver(
        String indicator,
        String name,
        String shortName,
        @Codes(Region.class) String region,
        @Codes(Category.class) String category,
        String releaseId,
        Instant releasedAt,
        BigDecimal actual,
        @Nullable BigDecimal forecast,
        @Codes(ForecastKind.class) @Nullable String forecastKind,
        double z,
        double ageDays,
        double contribution) {}
