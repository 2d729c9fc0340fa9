package org.macroedge.server.releases.push;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.time.Instants;

/// One release of a push. It has `releasedAt` or `releaseDate`. Numbers are in base units, as in the answers: 235K is
/// 235000, 5.4 % is 5.4.
///
/// @param releasedAt when the release became known or is due, with a clock time; a part of a second counts as the next
/// second
/// @param releaseDate the date of the release in its own zone, where no clock time is known: it counts from the
/// catalogue's release time of that day
/// @param period the first day of the reference period
/// @param actual null for a release to come
/// @param previous the figure of the period before, as the source shows it beside this one
/// @param eventId the source's own id of the release
/// @param capturedAt when the source was seen to say all this, never in the future; null where that is unknown: what
/// is to come then counts from the push, and what is over counts as a history
public record PushedRelease(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                minLength = 1,
                maxLength = LONGEST_INDICATOR,
                example = "us-nonfarm-payrolls")
        @Nullable
        String indicator,

        @Schema(maxLength = Instants.LONGEST, pattern = Instants.PATTERN, example = "2022-01-07T13:30:00Z") @Nullable
        String releasedAt,

        @Schema(format = "date", maxLength = LONGEST_DATE) @Nullable
        String releaseDate,

        @Schema(format = "date", maxLength = LONGEST_DATE, example = "2021-12-01") @Nullable
        String period,

        @Schema(minimum = "-" + PushedForecast.LARGEST, maximum = PushedForecast.LARGEST, example = "199000") @Nullable
        BigDecimal actual,

        @Schema(minimum = "-" + PushedForecast.LARGEST, maximum = PushedForecast.LARGEST, example = "249000") @Nullable
        BigDecimal previous,

        @Schema(minLength = 1, maxLength = PushReader.LONGEST_EVENT) @Nullable
        String eventId,

        @Schema(maxLength = Instants.LONGEST, pattern = Instants.PATTERN) @Nullable
        String capturedAt,

        @ArraySchema(maxItems = MOST_FORECASTS) @Nullable List<@Nullable PushedForecast> forecasts) {

    /// Longer than any id of an indicator.
    static final int LONGEST_INDICATOR = 100;

    static final int LONGEST_DATE = 10;

    /// As many as the captures of a calendar that is asked every hour of a day.
    static final int MOST_FORECASTS = 24;
}
