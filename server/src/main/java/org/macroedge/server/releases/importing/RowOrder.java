package org.macroedge.server.releases.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.releases.calendar.CalendarRow;

/// The order in which the rows of one indicator are given ids: ascending instant, then declared period (none last),
/// then the chain of previous and actual, then the order of the files.
final class RowOrder {

    private static final Comparator<CalendarRow> BY_INSTANT_AND_PERIOD = Comparator.comparing(CalendarRow::at)
            .thenComparing(CalendarRow::period, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()));

    private RowOrder() {}

    /// @param rows of one indicator, in the order of the files
    static List<CalendarRow> of(List<CalendarRow> rows) {
        List<CalendarRow> sorted = new ArrayList<>(rows);
        sorted.sort(BY_INSTANT_AND_PERIOD);
        List<CalendarRow> ordered = new ArrayList<>(sorted.size());
        int from = 0;
        for (int to = 1; to <= sorted.size(); to++) {
            if (to == sorted.size() || BY_INSTANT_AND_PERIOD.compare(sorted.get(from), sorted.get(to)) != 0) {
                ordered.addAll(chained(sorted.subList(from, to)));
                from = to;
            }
        }
        return ordered;
    }

    /// Rows whose previous is another row's actual come after it.
    private static List<CalendarRow> chained(List<CalendarRow> together) {
        if (together.size() == 1) {
            return together;
        }
        List<CalendarRow> left = new ArrayList<>(together);
        List<CalendarRow> chain = new ArrayList<>();
        while (!left.isEmpty()) {
            CalendarRow next = left.stream()
                    .filter(row -> left.stream().noneMatch(other -> other != row && follows(row, other)))
                    .findFirst()
                    .orElse(left.getFirst());
            chain.add(next);
            left.remove(next);
        }
        return chain;
    }

    private static boolean follows(CalendarRow row, CalendarRow other) {
        return row.previous() != null
                && other.actual() != null
                && row.previous().compareTo(other.actual()) == 0
                && !same(row, other);
    }

    /// Whether two rows say the same, but for their place in the files.
    static boolean same(CalendarRow row, CalendarRow other) {
        return row.at().equals(other.at())
                && java.util.Objects.equals(row.period(), other.period())
                && java.util.Objects.equals(row.eventId(), other.eventId())
                && equal(row.actual(), other.actual())
                && equal(row.forecast(), other.forecast())
                && equal(row.previous(), other.previous());
    }

    /// What a row says, to be compared as a whole.
    static Object content(CalendarRow row) {
        return java.util.Arrays.asList(
                row.at(), row.period(), row.actual(), row.forecast(), row.previous(), row.spilled());
    }

    /// Whether two numbers are equal whatever their trailing zeros, or both missing.
    static boolean equal(java.math.@Nullable BigDecimal one, java.math.@Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }
}
