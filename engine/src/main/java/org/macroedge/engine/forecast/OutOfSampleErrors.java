package org.macroedge.engine.forecast;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How wrong the kinds of forecasts have been, each time before the print was known.
///
/// Only prints count for which the models had a forecast, so that all kinds have the same ones. The better model is the
/// one with the smaller mean |actual − forecast| over all of them, the AR(1) where these are equal. It is used only
/// while it beats naive: while its mean over the last 24 is below naive's over the same 24. Before there are 24, naive
/// stands. Sums are of decimals and exact, so that equal errors are equal in any order.
final class OutOfSampleErrors {

    /// The forecasts over which a model has to beat naive.
    static final int WINDOW = 24;

    private final Deque<Map<OwnForecastKind, BigDecimal>> recent = new ArrayDeque<>();
    private final Map<OwnForecastKind, BigDecimal> ofRecent = new EnumMap<>(OwnForecastKind.class);
    private final Map<OwnForecastKind, BigDecimal> ofAll = new EnumMap<>(OwnForecastKind.class);

    OutOfSampleErrors() {
        for (OwnForecastKind kind : OwnForecastKind.values()) {
            ofRecent.put(kind, BigDecimal.ZERO);
            ofAll.put(kind, BigDecimal.ZERO);
        }
    }

    /// Takes a print that the forecasts were for.
    void add(OwnForecasts forecasts, BigDecimal actual) {
        Map<OwnForecastKind, BigDecimal> errors = new EnumMap<>(OwnForecastKind.class);
        for (OwnForecastKind kind : OwnForecastKind.values()) {
            @Nullable BigDecimal forecast = forecasts.value(kind);
            if (forecast == null) {
                return;
            }
            errors.put(kind, actual.subtract(forecast).abs());
        }
        recent.addLast(errors);
        errors.forEach((kind, error) -> ofAll.merge(kind, error, BigDecimal::add));
        errors.forEach((kind, error) -> ofRecent.merge(kind, error, BigDecimal::add));
        if (recent.size() > WINDOW) {
            recent.removeFirst().forEach((kind, error) -> ofRecent.merge(kind, error.negate(), BigDecimal::add));
        }
    }

    /// The kind to be used where all have a forecast.
    OwnForecastKind best() {
        OwnForecastKind model = isLess(ofAll, OwnForecastKind.ARMA11, OwnForecastKind.AR1)
                ? OwnForecastKind.ARMA11
                : OwnForecastKind.AR1;
        return recent.size() == WINDOW && isLess(ofRecent, model, OwnForecastKind.NAIVE)
                ? model
                : OwnForecastKind.NAIVE;
    }

    private static boolean isLess(Map<OwnForecastKind, BigDecimal> sums, OwnForecastKind kind, OwnForecastKind other) {
        return Objects.requireNonNull(sums.get(kind)).compareTo(Objects.requireNonNull(sums.get(other))) < 0;
    }
}
