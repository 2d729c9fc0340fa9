package org.macroedge.server.bias.view;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.json.Codes;

/// A release that came out at an instant at which scores moved.
public record CauseRelease(
        String releaseId,
        String indicator,
        String name,
        String shortName,
        @Codes(Region.class) String region,
        @Codes(Category.class) String category,
        int importance,
        BigDecimal actual,
        @Nullable BigDecimal forecast,
        @Codes(ForecastKind.class) @Nullable String forecastKind,
        double z) {}
