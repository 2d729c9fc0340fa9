package org.macroedge.server.surprises.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.waterfall.PartKind;
import org.macroedge.server.platform.json.Codes;

/// One part of a change of a bias or a surprise index, in units of Z. The steps add up to the change.
///
/// @param at when it happened; null for decay, which takes the whole span
/// @param indicator null for a change of scale, which moves all contributions
/// @param releaseId the release that set a signal, whose signal ended, or that counts after a correction; null
/// where there is none, as are its figures
/// @param step the smallest difference that the publisher reports
/// @param replacedReleaseId the release that counted before it; null where there was none
/// @param before what the indicator contributed just before; null for decay and scale
public record WaterfallStep(
        @Codes(PartKind.class) String kind,
        @Nullable Instant at,
        @Nullable String indicator,
        @Nullable String name,
        @Nullable String shortName,
        @Codes(Region.class) @Nullable String region,
        @Codes(Category.class) @Nullable String category,
        @Nullable String unit,
        @Nullable BigDecimal step,
        @Nullable String releaseId,
        @Nullable BigDecimal actual,
        @Nullable BigDecimal forecast,
        @Codes(ForecastKind.class) @Nullable String forecastKind,
        @Codes(Mark.class) List<String> marks,
        @Nullable Double z,
        @Nullable String replacedReleaseId,
        @Nullable Double before,
        double part) {}
