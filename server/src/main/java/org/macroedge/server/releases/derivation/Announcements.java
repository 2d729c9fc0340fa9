package org.macroedge.server.releases.derivation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Which rows without an actual announce different releases.
///
/// A source lists a release once at a time. So rows of one capture that lie near each other are as many releases, such
/// as those that a publisher catches up on. Rows of a history say nothing of the kind: each is taken alone.
final class Announcements {

    private static final Comparator<SaidStatement> BY_CONTENT = Comparator.comparing(
                    SaidStatement::statement, RowContent.FIGURES)
            .thenComparing(statement -> statement.batch().batch())
            .thenComparing(SaidStatement::statement, RowContent.ORDER);
    private static final Comparator<SaidStatement> OLDEST_FIRST =
            Comparator.comparing(SaidStatement::statement, Newness.OF_ANNOUNCED);

    private Announcements() {}

    /// The rows of one step: those of a history one by one, then those announced together, the batches ascending. The
    /// oldest of those announced together comes first.
    ///
    /// @param gap between neighbours that are announced together
    static List<List<SaidStatement>> of(List<SaidStatement> step, Duration gap) {
        List<List<SaidStatement>> together = new ArrayList<>();
        step.stream()
                .filter(said -> !said.isAnnouncement())
                .sorted(BY_CONTENT)
                .forEach(said -> together.add(List.of(said)));
        Collection<List<SaidStatement>> batches = step.stream()
                .filter(SaidStatement::isAnnouncement)
                .sorted(BY_CONTENT)
                .collect(Collectors.groupingBy(said -> said.batch().batch(), TreeMap::new, Collectors.toList()))
                .values();
        batches.forEach(batch -> together.addAll(near(batch, gap)));
        return together;
    }

    private static List<List<SaidStatement>> near(List<SaidStatement> ascending, Duration gap) {
        List<List<SaidStatement>> near = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= ascending.size(); to++) {
            boolean ends = to == ascending.size()
                    || ascending
                            .get(to)
                            .row()
                            .instant()
                            .isAfter(ascending.get(to - 1).row().instant().plus(gap));
            if (ends) {
                near.addAll(different(ascending.subList(from, to)));
                from = to;
            }
        }
        return near;
    }

    /// One by one where they are too many to be those of a publisher that catches up.
    private static List<List<SaidStatement>> different(List<SaidStatement> near) {
        List<SaidStatement> ordered = near.stream().sorted(OLDEST_FIRST).toList();
        return distinct(ordered).size() > Chain.LONGEST
                ? near.stream().map(List::of).toList()
                : List.of(ordered);
    }

    /// Rows without those that repeat the one before them word for word, as where a file is there twice.
    static List<SaidStatement> distinct(List<SaidStatement> oldestFirst) {
        List<SaidStatement> distinct = new ArrayList<>();
        for (SaidStatement said : oldestFirst) {
            if (distinct.isEmpty() || OLDEST_FIRST.compare(distinct.getLast(), said) != 0) {
                distinct.add(said);
            }
        }
        return distinct;
    }
}
