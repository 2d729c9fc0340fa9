package org.macroedge.server.releases.rows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.server.platform.json.Codes;
import org.macroedge.server.releases.intake.ReportedForecast;

/// A row of a source, in the unit of its indicator.
///
/// @param stands whether its figure stands for the release
/// @param file null where an earlier version stored the row without its place
/// @param line of the file; null like the file
/// @param title as the file writes it
/// @param instant when it was published, or is to be
/// @param dateOnly whether the source stated no clock time
/// @param shifted whether its clock time was shifted by whole hours to that of the catalogue
/// @param batch the import that brought it first
/// @param recordedAt when that was
public record RawRow(
        boolean stands,
        String source,
        @Nullable String file,
        @Nullable Long line,
        String title,
        Instant instant,
        boolean dateOnly,
        boolean shifted,
        @Nullable LocalDate period,
        @Nullable BigDecimal actual,
        @Nullable BigDecimal previous,
        List<RawForecast> forecasts,
        long batch,
        Instant recordedAt) {

    /// A forecast of a row.
    ///
    /// @param capturedAt null where the source does not say it
    /// @param low the lowest of the forecasts that the value sums up; null where the source does not say it
    /// @param high the highest of them; null where the source does not say it
    /// @param count how many they are; null where the source does not say it
    public record RawForecast(
            @Codes(ForecastKind.class) String kind,
            BigDecimal value,
            @Nullable Instant capturedAt,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable Integer count) {

        static RawForecast of(ReportedForecast forecast) {
            return new RawForecast(
                    forecast.kind().code(),
                    forecast.value(),
                    forecast.capturedAt(),
                    forecast.spread().low(),
                    forecast.spread().high(),
                    forecast.spread().count());
        }
    }
}
