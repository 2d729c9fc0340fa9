package org.macroedge.server.releases;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.release.ForecastSpread;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.ReleaseId;

/// What was expected before a release; a row of table `forecast`.
///
/// @param capturedAt when it was known; null in an imported history, which counts as just before the release
/// @param capturedBy the batch whose record time is the capture, for a release that was to come when it was
/// read; else null
/// @param value null where the source withdrew it
/// @param spread of the forecasts that the value sums up
/// @param statement number of the row that said it
public record Forecast(
        long fact,
        ReleaseId release,
        String source,
        ForecastKind kind,
        @Nullable Instant capturedAt,
        @Nullable Long capturedBy,
        @Nullable BigDecimal value,
        ForecastSpread spread,
        long statement)
        implements Fact {

    @Override
    public Object key() {
        return Arrays.asList(release, source, kind, capturedBy == null ? capturedAt : capturedBy);
    }

    @Override
    public Forecast numbered(long number) {
        return new Forecast(
                number,
                release,
                source,
                kind,
                capturedBy == null ? capturedAt : null,
                capturedBy,
                value == null ? null : value.stripTrailingZeros(),
                spread,
                statement);
    }
}
