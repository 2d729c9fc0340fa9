package org.macroedge.server.releases.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Drops the rows of one indicator that say nothing beside the others of their batch.
final class RowRepetitions {

    private RowRepetitions() {}

    /// The rows without exact copies: the first of those that say the same word for word is enough. Rows of an
    /// event are left alone, since of these the last holds.
    ///
    /// @param rows in the order of the files
    static List<ReportedRelease> withoutCopies(List<ReportedRelease> rows) {
        Set<Object> seen = new HashSet<>();
        List<ReportedRelease> first = new ArrayList<>(rows.size());
        for (ReportedRelease row : rows) {
            if (row.eventId() != null || seen.add(RowOrder.content(row))) {
                first.add(row);
            }
        }
        return first;
    }

    /// The rows without repetitions: a row that says the same as another of its instant, a spilled row beside any
    /// other of its instant, and all but the last of the rows of one event, unless a capture instant tells them
    /// apart.
    ///
    /// @param ordered as [RowOrder] puts them
    static List<ReportedRelease> without(List<ReportedRelease> ordered) {
        Map<String, ReportedRelease> lastOfEvent = lastOfEvent(ordered);
        Map<Instant, List<ReportedRelease>> kept = new HashMap<>();
        List<ReportedRelease> ownFirst = new ArrayList<>(ordered);
        ownFirst.sort(Comparator.comparing(ReportedRelease::spilled));
        for (ReportedRelease row : ownFirst) {
            List<ReportedRelease> here = kept.computeIfAbsent(row.instant(), instant -> new ArrayList<>());
            if (!isOverruled(row, lastOfEvent) && !repeats(row, here)) {
                here.add(row);
            }
        }
        return ordered.stream()
                .filter(row -> kept.getOrDefault(row.instant(), List.of()).contains(row))
                .toList();
    }

    private static Map<String, ReportedRelease> lastOfEvent(List<ReportedRelease> rows) {
        Map<String, ReportedRelease> last = new HashMap<>();
        for (ReportedRelease row : rows) {
            if (row.eventId() != null && !row.isCaptured()) {
                last.merge(row.eventId(), row, RowRepetitions::later);
            }
        }
        return last;
    }

    private static ReportedRelease later(ReportedRelease row, ReportedRelease other) {
        return row.line() > other.line() && row.file().equals(other.file()) ? row : other;
    }

    private static boolean isOverruled(ReportedRelease row, Map<String, ReportedRelease> lastOfEvent) {
        return row.eventId() != null && !row.isCaptured() && lastOfEvent.get(row.eventId()) != row;
    }

    private static boolean repeats(ReportedRelease row, List<ReportedRelease> here) {
        return row.spilled() ? !here.isEmpty() : here.stream().anyMatch(other -> RowOrder.same(row, other));
    }
}
