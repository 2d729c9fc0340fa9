package org.macroedge.server.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.Frequency;

/// When the catalogue's cadence puts the next releases of an indicator, where no source has scheduled them.
///
/// Monthly and quarterly releases come the indicator's lag after the end of the next period. Without a lag, they come a
/// month or a quarter after the last release. Weekly and irregular releases keep their weekday: an irregular one comes
/// after the usual number of whole weeks. A weekend becomes the Monday after it.
final class ReleaseCadence {

    /// No prediction reaches further, so that an answer stays small whatever its span: a quarter and some days.
    static final Duration AHEAD = Duration.ofDays(100);

    /// An indicator that has been silent for so many periods is not expected any more.
    private static final int PERIODS_OF_SILENCE = 3;

    private static final int DAYS_A_WEEK = 7;
    private static final int MONTHS_A_QUARTER = 3;
    private static final long SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

    private ReleaseCadence() {}

    /// The expected instants after `asOf` and up to `until`, ascending.
    ///
    /// @param released the local date of the last release
    /// @param period its reference period, declared or inferred; null where it is unknown
    static List<Instant> after(
            Indicator indicator, LocalDate released, @Nullable LocalDate period, Instant asOf, Instant until) {
        Instant last = indicator.knownAt(released);
        double silent = (double) Duration.between(last, asOf).toSeconds() / SECONDS_A_DAY;
        if (silent > PERIODS_OF_SILENCE * indicator.periodDays(last.getEpochSecond())) {
            return List.of();
        }
        Instant end = until.isBefore(asOf.plus(AHEAD)) ? until : asOf.plus(AHEAD);
        IntFunction<LocalDate> dates = dates(indicator, released, period, asOf);
        int most = (int) ((silent + AHEAD.toDays()) / DAYS_A_WEEK) + 1;
        return IntStream.rangeClosed(1, most)
                .mapToObj(dates)
                .map(ReleaseCadence::weekday)
                .filter(date -> indicator.validTo() == null || !date.isAfter(indicator.validTo()))
                .map(indicator::knownAt)
                .filter(instant -> instant.isAfter(asOf) && !instant.isAfter(end))
                .toList();
    }

    /// The date of the n-th release after the last one.
    private static IntFunction<LocalDate> dates(
            Indicator indicator, LocalDate released, @Nullable LocalDate period, Instant asOf) {
        return switch (indicator.frequency()) {
            case WEEKLY -> number -> released.plusWeeks(number);
            case MONTHLY, QUARTERLY -> {
                int months = indicator.frequency() == Frequency.MONTHLY ? 1 : MONTHS_A_QUARTER;
                Integer lag = indicator.lag();
                yield lag == null || period == null
                        ? number -> released.plusMonths((long) number * months)
                        : number -> period.plusMonths((number + 1L) * months)
                                .minusDays(1)
                                .plusDays(lag);
            }
            case IRREGULAR -> {
                long weeks = Math.max(1, Math.round(indicator.periodDays(asOf.getEpochSecond()) / DAYS_A_WEEK));
                yield number -> released.plusWeeks(number * weeks);
            }
        };
    }

    private static LocalDate weekday(LocalDate date) {
        return switch (date.getDayOfWeek()) {
            case SATURDAY -> date.plusDays(2);
            case SUNDAY -> date.plusDays(1);
            default -> date;
        };
    }
}
