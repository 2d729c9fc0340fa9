package org.macroedge.engine.forecast;

import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.engine.vocabulary.ForecastKind;

/// How a forecast is made from an indicator's own prints. Of two models that were equally wrong, the first is
/// preferred.
public enum OwnForecastKind implements Coded {
    /// The last print.
    NAIVE(ForecastKind.NAIVE),
    /// A first-order autoregression.
    AR1(ForecastKind.MODEL),
    /// An autoregressive moving average of the first order each.
    ARMA11(ForecastKind.MODEL);

    private final ForecastKind forecastKind;

    OwnForecastKind(ForecastKind forecastKind) {
        this.forecastKind = forecastKind;
    }

    /// Where the ladder of forecasts has it.
    public ForecastKind forecastKind() {
        return forecastKind;
    }
}
