package org.macroedge.server.releases.profile.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.IndicatorId;

/// By how many hours the clock times of each ISO week of a batch are wrong. A row that comes twice counts once.
///
/// A calendar's clock is often an hour off around changes of daylight saving. Where at least half of the rows of
/// a week that have a release time in the catalogue, and at least three, are off by the same whole number of
/// hours, one to three, the rows with that offset are shifted by it; where two thirds are, every row that is not
/// exactly on its release time is.
///
/// Several threads may count; all must be done before the first shift is asked for.
public final class WeekShifts {

    private static final int MOST_HOURS = 3;
    private static final int FEWEST_ROWS = 3;

    private final Map<LocalDate, Week> weeks = new HashMap<>();
    private final Map<IndicatorId, Integer> indicators = new HashMap<>();

    /// The rows of a week by offset, from -3 to 3 hours.
    private static final class Week {
        private final Set<Long> counted = new HashSet<>();
        private final long[] rows = new long[2 * MOST_HOURS + 1];
        private long scheduled;

        private boolean mayShift(int hours) {
            long off = rows[hours + MOST_HOURS];
            return hours != 0 && off >= FEWEST_ROWS && 2 * off >= scheduled;
        }

        private void count(Duration late) {
            scheduled++;
            int hours = wholeHours(late);
            if (hours != 0) {
                rows[hours + MOST_HOURS]++;
            }
        }

        /// The hours by which two thirds of the rows are off; 0 for none.
        private int ofAll() {
            for (int hours = -MOST_HOURS; hours <= MOST_HOURS; hours++) {
                if (mayShift(hours) && 3 * rows[hours + MOST_HOURS] >= 2 * scheduled) {
                    return hours;
                }
            }
            return 0;
        }
    }

    /// Counts a row in its week.
    ///
    /// @param counted what counts of its date and clock time
    public void count(StatedTime counted, Indicator indicator) {
        Instant own = counted.instant(indicator);
        if (own != null) {
            ReleaseClock.lateness(indicator, own)
                    .ifPresent(late -> count(monday(counted.date()), indicator, own, late));
        }
    }

    private synchronized void count(LocalDate monday, Indicator indicator, Instant own, Duration late) {
        Week week = weeks.computeIfAbsent(monday, first -> new Week());
        int index = indicators.computeIfAbsent(indicator.id(), id -> indicators.size());
        if (week.counted.add(key(index, monday, own))) {
            week.count(late);
        }
    }

    /// A number for an indicator and an instant within days of a week, as short as a set of all rows needs.
    private static long key(int indicator, LocalDate monday, Instant own) {
        long second =
                own.getEpochSecond() - monday.toEpochDay() * Duration.ofDays(1).toSeconds();
        return ((long) indicator << Integer.SIZE) + second;
    }

    /// The hours by which a row is too late, negative where it is too early; 0 where its clock time stays.
    int shift(LocalDate date, Indicator indicator, Instant own) {
        Week week = weeks.get(monday(date));
        if (week == null || ReleaseClock.isOnTime(indicator, own)) {
            return 0;
        }
        int ofAll = week.ofAll();
        if (ofAll != 0) {
            return ofAll;
        }
        int hours = ReleaseClock.lateness(indicator, own)
                .map(WeekShifts::wholeHours)
                .orElse(0);
        return week.mayShift(hours) ? hours : 0;
    }

    /// The whole hours from one to three of an offset, with its sign; 0 for any other.
    private static int wholeHours(Duration late) {
        boolean whole = late.equals(Duration.ofHours(late.toHours()));
        return whole && Math.abs(late.toHours()) <= MOST_HOURS ? (int) late.toHours() : 0;
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
