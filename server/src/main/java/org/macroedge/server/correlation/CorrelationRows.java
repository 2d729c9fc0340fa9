package org.macroedge.server.correlation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.surprises.HistoryInstants;

/// The rows of a correlation: each from one close, 22:00 UTC of a weekday or of a Friday, to the next one. Only
/// rows that have ended count.
final class CorrelationRows {

    private static final int DAYS_A_WEEK = 7;

    private final NavigableSet<Instant> closes;
    private final int days;

    private CorrelationRows(NavigableSet<Instant> closes, int days) {
        this.closes = closes;
        this.days = days;
    }

    /// @param from no row starts before it
    /// @param to no row ends after it
    static CorrelationRows of(CorrelationStep step, Instant from, Instant to) {
        boolean daily = step == CorrelationStep.DAY;
        return new CorrelationRows(
                HistoryInstants.closes(from, to).stream()
                        .filter(close -> daily || isFriday(close))
                        .collect(Collectors.toCollection(TreeSet::new)),
                daily ? 1 : DAYS_A_WEEK);
    }

    private static boolean isFriday(Instant close) {
        return close.atOffset(ZoneOffset.UTC).getDayOfWeek() == DayOfWeek.FRIDAY;
    }

    /// The closes between which the rows are, ascending.
    List<Instant> closes() {
        return List.copyOf(closes);
    }

    /// The end of each row in epoch seconds, ascending. Rows are the same for every series, and there whether or not
    /// any series has a value in them.
    List<Long> ends() {
        return closes.stream().skip(1).map(Instant::getEpochSecond).toList();
    }

    int count() {
        return Math.max(0, closes.size() - 1);
    }

    /// The row to which something at an instant belongs, in epoch seconds of its end: at a close, it is the
    /// next one.
    ///
    /// @return null where no row holds it
    @Nullable
    Long rowOf(Instant instant) {
        Instant end = closes.higher(instant);
        return end == null || end.equals(closes.first()) ? null : end.getEpochSecond();
    }

    /// From when on a figure counts as one of a close, exclusive: what is older belongs to the close before.
    Instant before(Instant close) {
        Instant previous = closes.lower(close);
        return previous == null ? close.minus(days, ChronoUnit.DAYS) : previous;
    }

    /// The change of a level in each row at whose start and end it is known, by the end in epoch seconds.
    ///
    /// @param level at a close; NaN where it is not known
    Map<Long, Double> changes(ToDoubleFunction<Instant> level) {
        Map<Long, Double> changes = new HashMap<>();
        double before = Double.NaN;
        for (Instant close : closes) {
            double now = level.applyAsDouble(close);
            if (!Double.isNaN(now - before)) {
                changes.put(close.getEpochSecond(), now - before);
            }
            before = now;
        }
        return changes;
    }
}
