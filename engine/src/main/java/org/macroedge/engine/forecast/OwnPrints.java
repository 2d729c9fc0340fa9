package org.macroedge.engine.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedRelease;

/// The first prints of one indicator, one instant after another, and what they make likely for the next one.
///
/// - *naive*: the last print.
/// - *ar1* and *arma11*: the forecast of [ConditionalLeastSquares], fitted again after each instant on all prints so
///   far, from 24 prints on; rounded to the nearest multiple of the indicator's step (half to even), because the
///   publisher reports no other value and the floor of σ, step/√6, is that of two rounded numbers.
/// - *best*: the better model while it beats naive out of sample, else naive ([OutOfSampleErrors]).
///
/// The prints of one instant do not see each other: all have the forecasts of what was known before, and are taken in
/// their order afterwards. The forecasts were for the first of them, so the errors of that one alone are counted. What
/// is a print is for the caller to say. One that declares a period before the newest declared so far came late: it is
/// measured like any other, but neither extends the series, whose next value follows the newest period, nor is it held
/// against the forecasts, which were not for that period. A declared period that begins more than one period of the
/// indicator after the local date of its release is a typing error and counts as not declared: otherwise every later
/// print would be late.
///
/// No print: no forecast. Fewer than 24 prints, a series without variation, or values whose squares are beyond the
/// range of a double: naive alone. O(1) an instant, whatever the number of prints. Not thread-safe.
public final class OwnPrints {

    /// The prints from which there is a model.
    public static final int FEWEST = 24;

    private static final int DIGITS_OF_A_STEP = 6;

    private final Indicator indicator;
    private final ConditionalLeastSquares models = new ConditionalLeastSquares();
    private final OutOfSampleErrors errors = new OutOfSampleErrors();
    private @Nullable BigDecimal first;
    private @Nullable BigDecimal last;
    private @Nullable LocalDate newestPeriod;
    private int count;
    private @Nullable OwnForecasts forecasts;

    /// @param indicator whose step and period these are
    public OwnPrints(Indicator indicator) {
        this.indicator = indicator;
    }

    /// What the prints so far make likely for the next one; empty before the first.
    public Optional<OwnForecasts> forecasts() {
        if (forecasts == null && last != null) {
            forecasts = forecasts(last);
        }
        return Optional.ofNullable(forecasts);
    }

    private OwnForecasts forecasts(BigDecimal naive) {
        return count >= FEWEST && models.hasModel()
                ? new OwnForecasts(naive, rounded(models.ar1()), rounded(models.arma11()), errors.best())
                : new OwnForecasts(naive, null, null, OwnForecastKind.NAIVE);
    }

    /// The multiple of the step nearest to a distance from the first print. Halfway between two is what is so to a
    /// millionth of a step: the last bits of a fit decide nothing.
    private BigDecimal rounded(double distance) {
        BigDecimal exact = BigDecimal.valueOf(distance);
        BigDecimal step = indicator.step();
        return (first == null ? exact : first.add(exact))
                .divide(step, DIGITS_OF_A_STEP, RoundingMode.HALF_EVEN)
                .setScale(0, RoundingMode.HALF_EVEN)
                .multiply(step);
    }

    /// Takes the releases of one instant.
    ///
    /// @param together in their order, without those that are no prints
    /// @return whether one of them extended the series
    public boolean add(List<ObservedRelease> together) {
        Optional<OwnForecasts> known = forecasts();
        int before = count;
        for (ObservedRelease release : together) {
            if (!isLate(period(release))) {
                if (count == before) {
                    known.ifPresent(forecast -> errors.add(forecast, release.actual()));
                }
                add(release.actual());
            }
        }
        return count > before;
    }

    /// The declared period; null where none was declared, or one that cannot be.
    private @Nullable LocalDate period(ObservedRelease release) {
        @Nullable LocalDate declared = release.declaredPeriod();
        Instant at = release.releasedAt();
        long days = (long) StrictMath.ceil(indicator.periodDays(at.getEpochSecond()));
        return declared != null && declared.isAfter(indicator.localDate(at).plusDays(days)) ? null : declared;
    }

    /// Whether a period lies before the newest one declared, which it becomes otherwise.
    private boolean isLate(@Nullable LocalDate period) {
        boolean late = period != null && newestPeriod != null && period.isBefore(newestPeriod);
        newestPeriod = late || period == null ? newestPeriod : period;
        return late;
    }

    private void add(BigDecimal actual) {
        first = first == null ? actual : first;
        last = actual;
        models.add(actual.subtract(first).doubleValue());
        count++;
        forecasts = null;
    }
}
