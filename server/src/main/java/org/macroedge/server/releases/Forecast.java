package org.macroedge.server.releases;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.ReleaseId;

/// What was expected before a release; a row of table `forecast`.
///
/// @param capturedAt when it was known; null in an imported history, which counts as just before the release
/// @param value null where the source withdrew it
public record Forecast(
        long fact,
        ReleaseId release,
        String source,
        ForecastKind kind,
        @Nullable Instant capturedAt,
        @Nullable BigDecimal value) {}
