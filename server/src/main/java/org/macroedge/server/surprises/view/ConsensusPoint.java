package org.macroedge.server.surprises.view;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.server.platform.json.Codes;

/// What one source expected of a release for a while.
///
/// @param from when the source was first seen to say so; null in an imported history, which counts as just
/// before the release
/// @param until when it was last seen to say so; null where `from` is
/// @param low the lowest of the forecasts that the value sums up; null where the source does not say it
/// @param high the highest of them; null where the source does not say it
/// @param count how many they are; null where the source does not say it
/// @param stands whether this is the forecast that the release is or will be measured against
public record ConsensusPoint(
        String source,
        @Codes(ForecastKind.class) String kind,
        BigDecimal value,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable Integer count,
        boolean stands) {}
