package org.macroedge.server.releases.derivation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Which of several releases of one indicator has the newest figure, where a publisher catches up on several periods
/// at one instant.
///
/// By the declared period (without one, newest), then along the chain of the figures: one whose previous value is the
/// actual of another comes after it. Without actuals, by what calendars show beforehand: a row that has no previous
/// value yet waits for the figure before it, and what people expect is the newest figure.
final class Newness {

    /// Oldest first, of rows without an actual.
    static final Comparator<Statement> OF_ANNOUNCED = Comparator.comparing(
                    (Statement statement) -> statement.row().period(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(statement -> statement.row().previous() == null)
            .thenComparing(statement -> !statement.row().forecasts().isEmpty())
            .thenComparing(RowContent.ORDER);

    private Newness() {}

    /// The place of each row with an actual among those of its instant: 0 for the newest.
    static Map<Statement, Integer> agesOfReleased(Collection<Statement> rows) {
        Map<Statement, Integer> ages = new IdentityHashMap<>();
        rows.stream()
                .collect(Collectors.groupingBy(statement -> statement.row().instant()))
                .values()
                .forEach(together -> {
                    Map<Statement, Integer> depths = depths(together, Function.identity());
                    Comparator<Statement> oldestFirst = Comparator.comparing(
                                    (Statement statement) -> statement.row().period(),
                                    Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
                            .thenComparing(depths::get)
                            .thenComparing(RowContent.ORDER);
                    ages.putAll(ages(together, oldestFirst));
                });
        return ages;
    }

    /// The place of each release among some: 0 for the newest. One without an actual is newer than those that have one.
    static Map<ReleaseDraft, Integer> ages(Collection<ReleaseDraft> releases) {
        Map<ReleaseDraft, Integer> depths = depths(
                releases.stream().filter(ReleaseDraft::isReleased).toList(),
                release -> release.bestPrinted().orElseThrow());
        Comparator<ReleaseDraft> oldestFirst = Comparator.comparing((ReleaseDraft release) -> !release.isReleased())
                .thenComparing(
                        release -> release.declaredPeriod().orElse(null),
                        Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
                .thenComparing(release -> depths.getOrDefault(release, 0))
                .thenComparing(ReleaseDraft::announced, OF_ANNOUNCED);
        return ages(releases, oldestFirst);
    }

    /// How many figures each one follows, at most: 0 for one that follows none of the others, and for all where they
    /// are too many for a chain.
    private static <T> Map<T, Integer> depths(Collection<T> items, Function<T, Statement> statement) {
        Map<T, Integer> depths = new IdentityHashMap<>();
        items.forEach(item -> depths.put(item, 0));
        List<T> ends = items.size() > Chain.LONGEST ? List.of() : List.copyOf(items);
        for (int depth = 1; depth < items.size() && !ends.isEmpty(); depth++) {
            List<T> before = ends;
            ends = items.stream()
                    .filter(item -> before.stream()
                            .anyMatch(earlier ->
                                    earlier != item && follows(statement.apply(item), statement.apply(earlier))))
                    .toList();
            for (T end : ends) {
                depths.put(end, depth);
            }
        }
        return depths;
    }

    private static boolean follows(Statement later, Statement earlier) {
        return Chain.links(SourceIntake.figure(later.row()), SourceIntake.figure(earlier.row()));
    }

    private static <T> Map<T, Integer> ages(Collection<T> items, Comparator<T> oldestFirst) {
        List<T> newestFirst = new ArrayList<>(items);
        newestFirst.sort(oldestFirst.reversed());
        Map<T, Integer> ages = new IdentityHashMap<>();
        newestFirst.forEach(item -> ages.put(item, ages.size()));
        return ages;
    }
}
