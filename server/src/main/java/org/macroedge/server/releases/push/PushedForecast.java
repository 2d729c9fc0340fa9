package org.macroedge.server.releases.push;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.server.platform.json.Codes;
import org.macroedge.server.platform.time.Instants;
import org.macroedge.server.releases.intake.SpreadFault;

/// What the source of a push expected of a release.
///
/// @param value in base units, as in the answers: 235K is 235000, 5.4 % is 5.4
/// @param low the lowest of the forecasts that the value sums up, at most the value; null where it is not known
/// @param high the highest of them, at least the value; null where it is not known
/// @param count how many they are; null where it is not known
/// @param capturedAt when the source was seen to say so, never in the future; null for when the release was captured
public record PushedForecast(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Codes(ForecastKind.class) @Nullable
        String kind,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                minimum = "-" + LARGEST,
                maximum = LARGEST,
                example = "400000")
        @Nullable
        BigDecimal value,

        @Schema(minimum = "-" + LARGEST, maximum = LARGEST, example = "350000") @Nullable
        BigDecimal low,

        @Schema(minimum = "-" + LARGEST, maximum = LARGEST, example = "450000") @Nullable
        BigDecimal high,

        @Schema(minimum = "1", maximum = MOST_FORECASTERS, multipleOf = 1, example = "62") @Nullable
        BigDecimal count,

        @Schema(maxLength = Instants.LONGEST, pattern = Instants.PATTERN, example = "2022-01-06T15:00:00Z") @Nullable
        String capturedAt) {

    /// No figure is further from zero.
    static final String LARGEST = "1000000000000000000";

    /// More than any survey asks.
    static final String MOST_FORECASTERS = "" + SpreadFault.MOST_FORECASTERS;
}
