package org.macroedge.server.sources.series;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.catalogue.series.Series;

/// From when on a figure counts as known that a look found (decision 0024). Nothing counts before it was fetched, with
/// one exception: a scheduled instant counts if the look before it lacked the figure and the first look after it had
/// it. A publisher that keeps its schedule then gave it at that instant.
///
/// @param instant in whole seconds
/// @param scheduleTime whether it is the scheduled one
public record KnownFrom(Instant instant, boolean scheduleTime) {

    /// Within which a look after a scheduled instant proves that the publisher kept it. Later, a publication that was
    /// delayed without notice could not be told from a punctual one.
    static final Duration PUNCTUAL = Duration.ofDays(1);

    /// Within which a first look finds the actual of a release that was scheduled, and no later stage follows an
    /// earlier one.
    static final Duration RECENT = Duration.ofDays(3);

    private static final int HOURS_A_DAY = 24;

    /// Decides about the first figure of a period.
    ///
    /// @param staged whether later stages of the figure follow; a long pause between two looks may hide one
    /// @param alone whether the look found no other new period of the series
    /// @param scheduled when releases of the indicator are due, by what was captured until the figure was seen
    /// @return empty for the baseline: what had been published before anybody looked, nobody knows when
    static Optional<KnownFrom> of(
            Vintage first, Indicator indicator, boolean staged, boolean alone, List<Instant> scheduled) {
        Instant seen = first.seenSecond();
        Instant lacked = first.lackedAt();
        if (lacked == null) {
            return scheduled.stream()
                            .filter(due -> isWithin(due, seen, RECENT))
                            .anyMatch(due -> isOf(due, first, indicator))
                    ? Optional.of(new KnownFrom(seen, false))
                    : Optional.empty();
        }
        List<Instant> between = scheduled.stream()
                .filter(due -> due.isAfter(lacked) && isWithin(due, seen, PUNCTUAL))
                .distinct()
                .toList();
        List<Instant> own = alone && between.size() == 1
                ? between
                : between.stream().filter(due -> isOf(due, first, indicator)).toList();
        if (own.size() == 1) {
            return Optional.of(new KnownFrom(own.getFirst(), true));
        }
        return isWithin(lacked, seen, staged ? RECENT : period(indicator))
                ? Optional.of(new KnownFrom(seen, false))
                : of(
                        new Vintage(first.key(), first.period(), first.value(), first.seenAt(), null),
                        indicator,
                        staged,
                        alone,
                        scheduled);
    }

    /// Decides about the first figure of a period, or of a day of a policy rate.
    ///
    /// @param history of the series, with that figure
    /// @param alone whether the look found no other new period of the series
    /// @param scheduled when releases of the indicator are due, by what was captured until the figure was seen
    public static Optional<KnownFrom> of(
            Series series, Vintage first, SeriesHistory history, boolean alone, List<Instant> scheduled) {
        return series.isPolicyRate()
                ? PolicyDecision.of(series, first, history, scheduled)
                : of(first, series.indicator(), series.staged(), alone, scheduled);
    }

    private static boolean isWithin(Instant earlier, Instant seen, Duration most) {
        return !earlier.isAfter(seen) && !earlier.plus(most).isBefore(seen);
    }

    /// Whether the period of a figure is the one that the indicator announces at an instant.
    private static boolean isOf(Instant due, Vintage first, Indicator indicator) {
        return indicator
                .inferredPeriod(indicator.localDate(due))
                .filter(first.period()::equals)
                .isPresent();
    }

    private static Duration period(Indicator indicator) {
        return Duration.ofHours((long) (indicator.shortestPeriodDays() * HOURS_A_DAY));
    }
}
