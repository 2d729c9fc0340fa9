package org.macroedge.server.prices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.server.prices.profile.PriceRow;
import org.macroedge.server.releases.intake.Finding;
import org.macroedge.server.releases.intake.FindingCollector;
import org.macroedge.server.releases.intake.FindingKind;

/// What looks wrong in the prices of a series: reported, never changed.
///
/// **Gaps.** A day on which the series should have a close, between two that it has, has none. A day of which
/// the file says so, as FRED does of holidays, is no gap.
///
/// **Wrong ticks.** Close c is one if it is far from both of its neighbours on the same side: of the change to
/// it and the change from it, one goes up and one down, and the smaller is more than [#FAR] times the usual
/// change, and more than [#LEAST]. A change is the logarithm of the ratio, or the difference where a close can
/// be 0 or below; the least change is then that share of the median close. The usual change is 1.4826 times the
/// median of the absolute changes among the [#WINDOW] before and after, without those two; with fewer than
/// [#FEWEST], nothing is said. Median and factor make it the standard deviation of normal changes that a wrong
/// tick does not move (Rousseeuw and Croux, Journal of the American Statistical Association 88, 1993, p. 1273).
final class PriceChecks {

    static final double FAR = 8;
    static final double LEAST = 0.01;
    static final int WINDOW = 30;
    static final int FEWEST = 20;

    private static final double NORMAL = 1.4826;
    /// Longer than the holidays of any market but those of a new year in Asia.
    private static final int LONG_GAP = 5;

    private final PriceSeries series;
    private final NavigableMap<LocalDate, Double> closes;
    private final NavigableMap<LocalDate, PriceRow> rows;
    private final FindingCollector findings;

    /// @param stored the closes of the series that count already
    /// @param rows those of the import
    PriceChecks(
            PriceSeries series,
            Map<LocalDate, Double> stored,
            NavigableMap<LocalDate, PriceRow> rows,
            FindingCollector findings) {
        this.series = series;
        this.rows = rows;
        this.findings = findings;
        this.closes = new TreeMap<>(stored);
        rows.forEach((date, row) -> closes.put(date, row.bar().close().doubleValue()));
    }

    /// @param closed days of which the files say that they have no close
    void run(Set<LocalDate> closed) {
        if (rows.isEmpty()) {
            return;
        }
        rows.values().forEach(this::checkDay);
        checkGaps(closed);
        checkTicks();
    }

    private void checkDay(PriceRow row) {
        if (!row.bar().isConsistent()) {
            note(FindingKind.INCONSISTENT_BAR, name(), 1, row);
        }
        if (!series.days().contains(row.date())) {
            note(FindingKind.WEEKEND_CLOSE, name(), 1, row);
        }
    }

    private void note(FindingKind kind, String detail, long count, PriceRow row) {
        findings.add(new Finding(kind, detail, count, row.file(), row.line(), null));
    }

    private String name() {
        return series.instrument().value();
    }

    /// Between the closes of the import and their neighbours in the store.
    private void checkGaps(Set<LocalDate> closed) {
        LocalDate before = closes.lowerKey(rows.firstKey());
        LocalDate last = rows.firstKey();
        NavigableMap<LocalDate, Double> checked = closes.tailMap(before == null ? last : before, true);
        LocalDate end = closes.higherKey(rows.lastKey());
        LocalDate previous = null;
        for (LocalDate date :
                checked.headMap(end == null ? rows.lastKey() : end, true).keySet()) {
            if (previous != null && (rows.containsKey(date) || rows.containsKey(previous))) {
                checkGap(previous, date, closed);
            }
            previous = date;
        }
    }

    private void checkGap(LocalDate previous, LocalDate next, Set<LocalDate> closed) {
        List<LocalDate> missing = previous.plusDays(1)
                .datesUntil(next)
                .filter(date -> series.days().contains(date) && !closed.contains(date))
                .toList();
        if (!missing.isEmpty()) {
            PriceRow row = Objects.requireNonNull(rows.get(rows.containsKey(next) ? next : previous));
            String detail = missing.size() < LONG_GAP
                    ? name()
                    : name() + ", " + missing.size() + " in a row from " + missing.getFirst();
            note(FindingKind.PRICE_GAP, detail, missing.size(), row);
        }
    }

    private void checkTicks() {
        List<LocalDate> dates = new ArrayList<>(closes.keySet());
        double[] levels =
                closes.values().stream().mapToDouble(Double::doubleValue).toArray();
        double[] changes = changes(levels);
        for (int day = 1; day + 1 < levels.length; day++) {
            PriceRow row = rows.get(dates.get(day));
            row = row == null ? rows.get(dates.get(day + 1)) : row;
            if (row != null && isTick(levels, changes, day)) {
                note(
                        FindingKind.BAD_TICK,
                        name() + " " + dates.get(day) + ", " + levels[day] + " between " + levels[day - 1] + " and "
                                + levels[day + 1],
                        1,
                        row);
            }
        }
    }

    /// The change to each level from the one before it.
    private double[] changes(double... levels) {
        double[] changes = new double[levels.length];
        for (int day = 1; day < levels.length; day++) {
            changes[day] = series.allowsNonPositive()
                    ? levels[day] - levels[day - 1]
                    : Math.log(levels[day] / levels[day - 1]);
        }
        return changes;
    }

    private boolean isTick(double[] levels, double[] changes, int day) {
        double smaller = Math.min(Math.abs(changes[day]), Math.abs(changes[day + 1]));
        if (changes[day] * changes[day + 1] >= 0) {
            return false;
        }
        int from = Math.max(1, day - WINDOW);
        int to = Math.min(levels.length, day + 2 + WINDOW);
        double least = series.allowsNonPositive() ? LEAST * median(absolute(levels, from, to, -1)) : LEAST;
        double[] usual = absolute(changes, from, to, day);
        return smaller > least && usual.length >= FEWEST && smaller > FAR * NORMAL * median(usual);
    }

    /// Absolute values in a range, without those of a day and the next one.
    private static double[] absolute(double[] values, int from, int to, int without) {
        double[] absolute = new double[to - from];
        int count = 0;
        for (int index = from; index < to; index++) {
            if (without < 0 || index != without && index != without + 1) {
                absolute[count++] = Math.abs(values[index]);
            }
        }
        return Arrays.copyOf(absolute, count);
    }

    private static double median(double... values) {
        Arrays.sort(values);
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }
}
