package org.macroedge.server.releases.intake;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.ForecastKind;

/// A forecast as a source reports it.
///
/// @param value in the indicator's unit
/// @param capturedAt when the source published it or it was read there, in microseconds, as the store keeps it;
/// null where the source does not say, as in a history
public record ReportedForecast(
        ForecastKind kind, BigDecimal value, @Nullable Instant capturedAt) {

    public ReportedForecast {
        capturedAt = capturedAt == null ? null : capturedAt.truncatedTo(ChronoUnit.MICROS);
    }
}
