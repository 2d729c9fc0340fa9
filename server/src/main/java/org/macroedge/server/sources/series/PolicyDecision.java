package org.macroedge.server.sources.series;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.catalogue.series.Series;

/// The decision of a central bank that a series of its rate by day shows (decision 0036).
///
/// The series says from which day on a rate is in force, never that it was decided. A decision of a day is in
/// the first figure of the day from which on such decisions are in force. It counts from the scheduled instant,
/// which a calendar announced: banks announce their rates at that time, and the series follows days later.
final class PolicyDecision {

    /// How many days after the day from which on a decision is in force its first figure may stand: longer than
    /// any row of holidays.
    static final int FARTHEST = 6;

    private PolicyDecision() {}

    /// @param first the first figure of a day
    /// @param history of the series, with that figure
    /// @param scheduled when decisions are due, by what was captured until the figure was seen
    /// @return empty where no scheduled decision took effect on that day, or more than one did, or where the
    /// series has no day before it, so that an earlier one may be missing
    static Optional<KnownFrom> of(Series series, Vintage first, SeriesHistory history, List<Instant> scheduled) {
        LocalDate before = history.lastBefore(first.period());
        if (before == null) {
            return Optional.empty();
        }
        List<Instant> shown = scheduled.stream()
                .distinct()
                .filter(due -> !due.isAfter(first.seenAt()))
                .filter(due -> isIn(inForce(series, due), before, first.period()))
                .toList();
        return shown.size() == 1 ? Optional.of(new KnownFrom(shown.getFirst(), true)) : Optional.empty();
    }

    /// The day from which on a decision is in force at the latest.
    private static LocalDate inForce(Series series, Instant due) {
        return series.indicator().localDate(due).plusDays(series.inForceDays());
    }

    private static boolean isIn(LocalDate inForce, LocalDate before, LocalDate day) {
        return inForce.isAfter(before)
                && !inForce.isAfter(day)
                && !inForce.plusDays(FARTHEST).isBefore(day);
    }

    /// The rate before a decision, as it was seen when the decision was; empty where the series has none.
    static Optional<BigDecimal> previous(Series series, SeenActual decision, SeriesHistory history) {
        Indicator indicator = series.indicator();
        LocalDate day = history.lastBefore(indicator.localDate(decision.known().instant()));
        return day == null ? Optional.empty() : history.result(series, day, decision.seenAt());
    }
}
