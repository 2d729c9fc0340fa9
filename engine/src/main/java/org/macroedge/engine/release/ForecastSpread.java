package org.macroedge.engine.release;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// How far apart the forecasts are that a source sums up in one figure. It is shown only: no formula reads it.
///
/// Numbers have no trailing zeros, so that two spreads that say the same are equal.
///
/// @param low the lowest forecast, in the indicator's unit; null where the source does not say it
/// @param high the highest forecast, at least `low`; null where the source does not say it
/// @param count how many forecasts there are, at least 1; null where the source does not say it
public record ForecastSpread(
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable Integer count) {

    /// The spread of a source that gives one figure only.
    public static final ForecastSpread NONE = new ForecastSpread(null, null, null);

    public ForecastSpread {
        low = low == null ? null : low.stripTrailingZeros();
        high = high == null ? null : high.stripTrailingZeros();
        if (low != null && high != null && low.compareTo(high) > 0) {
            throw new IllegalArgumentException("low is above high: " + low + ", " + high);
        }
        if (count != null && count < 1) {
            throw new IllegalArgumentException("count is below 1: " + count);
        }
    }

    /// Whether the source says none of the three.
    public boolean isNone() {
        return equals(NONE);
    }

    /// Whether a forecast is neither below the lowest nor above the highest, as far as these are known.
    public boolean contains(BigDecimal value) {
        return (low == null || low.compareTo(value) <= 0) && (high == null || high.compareTo(value) >= 0);
    }
}
