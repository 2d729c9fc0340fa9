package org.macroedge.engine.catalogue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Frequency;

/// Infers the period that a release describes where its source does not declare it.
///
/// A publisher usually keeps the same distance, the lag, from the end of a period to the release. The period is
/// therefore the month or quarter whose end is nearest to the release less the lag, the earlier of two that are equally
/// near; for a weekly indicator, it is the seven days that end there. A release delayed by half a period is taken for
/// one of the next period, so an inferred period is shown only, and decides nothing.
final class PeriodInference {

    private static final int DAYS_BEFORE_LAST_OF_WEEK = 6;

    private PeriodInference() {}

    /// The first day of the period; null for irregular indicators, which have none.
    ///
    /// @param lag in days, negative where the release comes before the period ends
    static @Nullable LocalDate firstDay(Frequency frequency, int lag, LocalDate released) {
        LocalDate end = released.minusDays(lag);
        return switch (frequency) {
            case WEEKLY -> end.minusDays(DAYS_BEFORE_LAST_OF_WEEK);
            case MONTHLY -> nearest(end, frequency, 1);
            case QUARTERLY -> nearest(end, frequency, 3);
            case IRREGULAR -> null;
        };
    }

    private static LocalDate nearest(LocalDate day, Frequency frequency, int months) {
        LocalDate first = frequency.firstDay(day);
        LocalDate next = first.plusMonths(months);
        long sinceEndBefore = ChronoUnit.DAYS.between(first, day) + 1;
        long untilEnd = ChronoUnit.DAYS.between(day, next) - 1;
        return sinceEndBefore <= untilEnd ? first.minusMonths(months) : first;
    }
}
