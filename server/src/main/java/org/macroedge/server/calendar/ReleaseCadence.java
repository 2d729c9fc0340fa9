package org.macroedge.server.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.Frequency;

/// When the catalogue's cadence puts the next releases of an indicator, where no source has scheduled them.
///
/// Monthly and quarterly releases come the indicator's lag after the end of the next period. Without a lag, they come a
/// month or a quarter after the last release. Weekly and irregular releases come after the usual number of whole weeks.
/// An indicator that keeps its weekday comes on the nearest such day: payrolls on a Friday. A weekend becomes the
/// Monday after it. Nobody announced any of these dates, so that a page shows the day alone, as about that day.
final class ReleaseCadence {

    /// No prediction reaches further, so that an answer stays small whatever its span: a quarter and some days.
    static final Duration AHEAD = Duration.ofDays(100);

    /// An indicator that has been silent for so many periods is not expected any more.
    private static final int PERIODS_OF_SILENCE = 3;

    /// How many of the last releases tell whether an indicator keeps its weekday.
    static final int REMEMBERED = 12;

    /// Fewer releases tell nothing about weekdays.
    private static final int FEWEST = 6;

    /// The share of releases that an indicator which keeps its weekday has on it, at least: three in four.
    private static final double KEPT = 0.75;

    private static final int DAYS_A_WEEK = 7;
    private static final int HALF_A_WEEK = 3;
    private static final int MONTHS_A_QUARTER = 3;
    private static final long SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

    private ReleaseCadence() {}

    /// The expected instants after `asOf` and up to `until`, ascending.
    ///
    /// @param recent the local dates of the last releases, ascending and not empty
    /// @param period the reference period of the last one, declared or inferred; null where it is unknown
    static List<Instant> after(
            Indicator indicator, List<LocalDate> recent, @Nullable LocalDate period, Instant asOf, Instant until) {
        LocalDate released = recent.getLast();
        Instant last = indicator.knownAt(released);
        double silent = (double) Duration.between(last, asOf).toSeconds() / SECONDS_A_DAY;
        if (silent > PERIODS_OF_SILENCE * indicator.periodDays(last.getEpochSecond())) {
            return List.of();
        }
        Instant end = until.isBefore(asOf.plus(AHEAD)) ? until : asOf.plus(AHEAD);
        IntFunction<LocalDate> dates = dates(indicator, released, period, asOf);
        UnaryOperator<LocalDate> habit = habit(recent);
        int most = (int) ((silent + AHEAD.toDays()) / DAYS_A_WEEK) + 1;
        return IntStream.rangeClosed(1, most)
                .mapToObj(dates)
                .map(habit)
                .filter(date -> date.isAfter(released))
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

    /// Moves a date to the weekday that the releases keep; where they keep none, off the weekend.
    private static UnaryOperator<LocalDate> habit(List<LocalDate> recent) {
        Map<DayOfWeek, Long> counts =
                recent.stream().collect(Collectors.groupingBy(LocalDate::getDayOfWeek, Collectors.counting()));
        return counts.entrySet().stream()
                .filter(day -> recent.size() >= FEWEST && day.getValue() >= KEPT * recent.size())
                .map(Map.Entry::getKey)
                .findFirst()
                .<UnaryOperator<LocalDate>>map(kept -> date -> nearest(date, kept))
                .orElse(ReleaseCadence::weekday);
    }

    private static LocalDate nearest(LocalDate date, DayOfWeek kept) {
        int ahead = Math.floorMod(kept.getValue() - date.getDayOfWeek().getValue(), DAYS_A_WEEK);
        return date.plusDays(ahead > HALF_A_WEEK ? ahead - DAYS_A_WEEK : ahead);
    }

    private static LocalDate weekday(LocalDate date) {
        return switch (date.getDayOfWeek()) {
            case SATURDAY -> date.plusDays(2);
            case SUNDAY -> date.plusDays(1);
            default -> date;
        };
    }
}
