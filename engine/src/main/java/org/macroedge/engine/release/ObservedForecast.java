package org.macroedge.engine.release;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.ForecastKind;

/// What was expected before a release.
///
/// @param value in the indicator's unit
/// @param precedence of its source within the kind, higher wins
/// @param capturedAt null for an imported history, which counts as captured just before the release
/// @param spread of the forecasts that the source sums up
public record ObservedForecast(
        ForecastKind kind,
        BigDecimal value,
        String source,
        int precedence,
        @Nullable Instant capturedAt,
        ForecastSpread spread) {

    /// That of a source that gives one figure only.
    public ObservedForecast(
            ForecastKind kind, BigDecimal value, String source, int precedence, @Nullable Instant capturedAt) {
        this(kind, value, source, precedence, capturedAt, ForecastSpread.NONE);
    }
}
