package org.macroedge.server.surprises.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.platform.json.Codes;

/// One release: actual and forecast, the scale known before it, and z.
///
/// @param verdict what a person last stated about it; null where nobody did or it was taken back
public record ReleaseItem(
        String releaseId,
        Instant releasedAt,
        @Nullable LocalDate period,
        BigDecimal actual,
        @Nullable BigDecimal forecast,
        @Codes(ForecastKind.class) @Nullable String forecastKind,
        @Nullable BigDecimal previous,
        @Nullable BigDecimal surprise,
        @Nullable Double sigma,
        int sigmaObservations,
        @Nullable Double zRaw,
        @Nullable Double z,
        @Codes(StandardisedSurprise.Reason.class) @Nullable String reason,
        String source,
        @Codes(Mark.class) List<String> marks,
        @Nullable VerdictView verdict) {}
