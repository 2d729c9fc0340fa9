package org.macroedge.server.releases.profile;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.releases.profile.CalendarProfile.Meaning;

/// The numbers of a row; null where there is none, or where it cannot be read. An unreadable previous value or
/// forecast is dropped alone, never with the row's actual.
///
/// @param low the lowest of the forecasts that `forecast` sums up
/// @param high the highest of them
record RowNumbers(
        @Nullable CellNumber actual,
        @Nullable CellNumber forecast,
        @Nullable CellNumber low,
        @Nullable CellNumber high,
        @Nullable CellNumber previous) {

    static RowNumbers of(Cells cells, CellMeanings meanings, NumberUnit unit) {
        return new RowNumbers(
                meanings.number(cells.textOrEmpty(Meaning.ACTUAL), unit),
                meanings.number(cells.textOrEmpty(Meaning.FORECAST), unit),
                meanings.number(cells.textOrEmpty(Meaning.FORECAST_LOW), unit),
                meanings.number(cells.textOrEmpty(Meaning.FORECAST_HIGH), unit),
                meanings.number(cells.textOrEmpty(Meaning.PREVIOUS), unit));
    }

    /// The numbers of a row with a multiplier.
    RowNumbers times(String multiplier, int tens) {
        return tens == 0
                ? this
                : new RowNumbers(
                        times(actual, multiplier, tens),
                        times(forecast, multiplier, tens),
                        times(low, multiplier, tens),
                        times(high, multiplier, tens),
                        times(previous, multiplier, tens));
    }

    private static @Nullable CellNumber times(@Nullable CellNumber number, String multiplier, int tens) {
        return number == null ? null : number.times(multiplier, tens);
    }

    boolean none() {
        return all().findAny().isEmpty();
    }

    /// A number whose suffix contradicts the indicator's unit; null where none does.
    @Nullable
    CellNumber contradicting(Indicator indicator) {
        return all().filter(number -> number.contradicts(indicator)).findFirst().orElse(null);
    }

    private Stream<CellNumber> all() {
        return Stream.of(actual, forecast, low, high, previous).flatMap(Stream::ofNullable);
    }

    static @Nullable BigDecimal value(@Nullable CellNumber number) {
        return number == null ? null : number.value();
    }
}
