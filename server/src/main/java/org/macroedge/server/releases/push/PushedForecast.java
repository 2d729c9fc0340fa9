package org.macroedge.server.releases.push;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.server.platform.json.Codes;
import org.macroedge.server.platform.time.Instants;

/// What the source of a push expected of a release.
///
/// @param value in base units, as in the answers: 235K is 235000, 5.4 % is 5.4
/// @param capturedAt when the source was seen to say so, never in the future; null for when the release was captured
public record PushedForecast(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "survey") @Codes(ForecastKind.class) @Nullable
        String kind,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                minimum = "-" + LARGEST,
                maximum = LARGEST,
                example = "400000")
        @Nullable
        BigDecimal value,

        @Schema(maxLength = Instants.LONGEST, pattern = Instants.PATTERN, example = "2022-01-06T15:00:00Z") @Nullable
        String capturedAt) {

    /// No figure is further from zero.
    static final String LARGEST = "1000000000000000000";
}
