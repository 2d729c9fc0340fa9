package org.macroedge.server.surprises.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.json.Codes;

/// One release's contribution to a bias or a surprise index: contribution = weight · z · decay.
///
/// @param step the smallest difference that the publisher reports
public record ReleaseContribution(
        String indicator,
        String name,
        String shortName,
        @Codes(Region.class) String region,
        @Codes(Category.class) String category,
        String unit,
        BigDecimal step,
        String releaseId,
        Instant releasedAt,
        BigDecimal actual,
        @Nullable BigDecimal forecast,
        @Codes(ForecastKind.class) @Nullable String forecastKind,
        @Nullable BigDecimal surprise,
        @Nullable Double sigma,
        int sigmaObservations,
        @Nullable Double zRaw,
        double z,
        double ageDays,
        double decay,
        double weight,
        double contribution,
        @Codes(Mark.class) List<String> marks) {}
