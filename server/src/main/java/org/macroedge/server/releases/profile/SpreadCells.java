package org.macroedge.server.releases.profile;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.release.ForecastSpread;
import org.macroedge.server.releases.intake.RowMessage;
import org.macroedge.server.releases.intake.SpreadFault;
import org.macroedge.server.releases.profile.CalendarProfile.Meaning;
import org.macroedge.server.releases.profile.RowMapper.Fault;

/// The spread of a row's forecast.
///
/// A column of a spread means nothing else, so a text in it that cannot be read sets the row aside and is not
/// dropped.
///
/// @param numbers of the row, in base units
record SpreadCells(Cells cells, RowNumbers numbers, CalendarValues values) {

    /// The spread that the row states; none where it states none.
    ///
    /// @throws Fault where it cannot be read, contradicts itself or the forecast, or where there is no forecast
    ForecastSpread spread() throws Fault {
        BigDecimal low = bound("forecastLow", Meaning.FORECAST_LOW, numbers.low());
        BigDecimal high = bound("forecastHigh", Meaning.FORECAST_HIGH, numbers.high());
        BigDecimal count = count();
        if (low == null && high == null && count == null) {
            return ForecastSpread.NONE;
        }
        BigDecimal forecast = RowNumbers.value(numbers.forecast());
        if (forecast == null) {
            throw new Fault(RowMessage.SPREAD_WITHOUT_FORECAST, text(Meaning.FORECAST));
        }
        Optional<SpreadFault> fault = SpreadFault.of(forecast, low, high, count);
        if (fault.isPresent()) {
            throw fault(fault.get());
        }
        return new ForecastSpread(low, high, count == null ? null : count.intValueExact());
    }

    private Fault fault(SpreadFault fault) {
        String low = text(Meaning.FORECAST_LOW);
        String high = text(Meaning.FORECAST_HIGH);
        String forecast = text(Meaning.FORECAST);
        return switch (fault) {
            case NO_COUNT ->
                new Fault(RowMessage.FORECAST_COUNT, text(Meaning.FORECAST_COUNT), SpreadFault.MOST_FORECASTERS);
            case LOW_ABOVE_HIGH -> new Fault(RowMessage.LOW_ABOVE_HIGH, low, high);
            case OUTSIDE -> new Fault(RowMessage.FORECAST_OUTSIDE, forecast, low, high);
            case SEVERAL_OF_ONE -> new Fault(RowMessage.SEVERAL_OF_ONE, forecast, low, high);
        };
    }

    private @Nullable BigDecimal bound(String field, Meaning meaning, @Nullable CellNumber number) throws Fault {
        if (number == null && !values.isMissing(text(meaning))) {
            throw new Fault(RowMessage.UNREADABLE_SPREAD, field, text(meaning));
        }
        return RowNumbers.value(number);
    }

    private @Nullable BigDecimal count() throws Fault {
        String text = text(Meaning.FORECAST_COUNT);
        Optional<BigDecimal> count = values.count(text);
        if (count.isEmpty() && !values.isMissing(text)) {
            throw new Fault(RowMessage.FORECAST_COUNT, text, SpreadFault.MOST_FORECASTERS);
        }
        return count.orElse(null);
    }

    private String text(Meaning meaning) {
        return cells.textOrEmpty(meaning);
    }
}
