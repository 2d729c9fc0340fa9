package org.macroedge.server.releases.intake;

import java.util.Collections;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How far the clock times of rows differ from the catalogue's release time of their indicator and date.
///
/// A source's clock is wrong by whole hours if it ignores daylight saving or mistakes one zone for another, so
/// whole hours are counted apart and everything else is one number.
///
/// @param rowsByHours rows by whole hours after the catalogue's time, negative before; 0 is on time; ascending,
/// without zeros
/// @param other rows that do not differ by whole hours
/// @param unscheduled rows of dates for which the catalogue states no hour
public record HourOffsets(SortedMap<Integer, Long> rowsByHours, long other, long unscheduled) {

    /// That of no rows.
    public static final HourOffsets NONE = new HourOffsets(new TreeMap<>(), 0, 0);

    public HourOffsets {
        rowsByHours = Collections.unmodifiableSortedMap(new TreeMap<>(rowsByHours));
    }

    /// The sum of these rows and others.
    public HourOffsets plus(HourOffsets others) {
        TreeMap<Integer, Long> both = new TreeMap<>(rowsByHours);
        others.rowsByHours.forEach((hours, rows) -> both.merge(hours, rows, Long::sum));
        return new HourOffsets(both, other + others.other, unscheduled + others.unscheduled);
    }

    /// Rows at the catalogue's release time.
    public long onTime() {
        return rowsByHours.getOrDefault(0, 0L);
    }

    /// Rows at another time than the catalogue's.
    public long different() {
        return rowsByHours.values().stream().mapToLong(Long::longValue).sum() - onTime() + other;
    }

    /// Rows that differ by whole hours, without those on time.
    public NavigableMap<Integer, Long> wholeHours() {
        TreeMap<Integer, Long> different = new TreeMap<>(rowsByHours);
        different.remove(0);
        return Collections.unmodifiableNavigableMap(different);
    }

    /// One line for people, as in `+1 h: 3, -7 h: 2, other: 5`; empty where every row is on time.
    public String text() {
        String hours = wholeHours().entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%+d h: %d", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        String rest = other == 0 ? "" : "other: " + other;
        return hours.isEmpty() || rest.isEmpty() ? hours + rest : hours + ", " + rest;
    }
}
