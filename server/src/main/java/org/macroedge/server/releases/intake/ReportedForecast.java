package org.macroedge.server.releases.intake;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.release.ForecastSpread;
import org.macroedge.engine.vocabulary.ForecastKind;

/// A forecast as a source reports it.
///
/// @param value in the indicator's unit
/// @param capturedAt when the source published it or it was read there, in microseconds, as the store keeps it;
/// null where the source does not say, as in a history
/// @param spread of the forecasts that the source sums up; the value is within it
public record ReportedForecast(
        ForecastKind kind, BigDecimal value, @Nullable Instant capturedAt, ForecastSpread spread) {

    public ReportedForecast {
        capturedAt = capturedAt == null ? null : capturedAt.truncatedTo(ChronoUnit.MICROS);
        if (!spread.contains(value)) {
            throw new IllegalArgumentException("forecast " + value + " is outside of " + spread);
        }
    }

    /// That of a source that gives one figure only.
    public ReportedForecast(ForecastKind kind, BigDecimal value, @Nullable Instant capturedAt) {
        this(kind, value, capturedAt, ForecastSpread.NONE);
    }

    /// The same figure with another spread.
    public ReportedForecast with(ForecastSpread other) {
        return new ReportedForecast(kind, value, capturedAt, other);
    }
}
