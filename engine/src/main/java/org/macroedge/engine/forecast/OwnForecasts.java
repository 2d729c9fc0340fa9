package org.macroedge.engine.forecast;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What is expected of the next print of an indicator by its own earlier ones, in the indicator's unit.
///
/// @param naive the last print
/// @param ar1 null where the models have none
/// @param arma11 null where the models have none
/// @param best the one that the ladder of forecasts uses
public record OwnForecasts(
        BigDecimal naive,
        @Nullable BigDecimal ar1,
        @Nullable BigDecimal arma11,
        OwnForecastKind best) {

    /// The forecast of a kind; null where that has none.
    public @Nullable BigDecimal value(OwnForecastKind kind) {
        return switch (kind) {
            case NAIVE -> naive;
            case AR1 -> ar1;
            case ARMA11 -> arma11;
        };
    }

    /// The value of the one that the ladder of forecasts uses.
    public BigDecimal bestValue() {
        BigDecimal value = value(best);
        return value == null ? naive : value;
    }
}
