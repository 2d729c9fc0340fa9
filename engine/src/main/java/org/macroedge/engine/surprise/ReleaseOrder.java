package org.macroedge.engine.surprise;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;

/// The order of releases, by their content alone.
///
/// Releases ascend by instant, then by indicator. Those of one instant and indicator ascend by declared period (none
/// last), then along their chain: a release whose previous is another's actual comes after it ([ReleaseChain]). What is
/// left ascends by previous, actual and forecast (none last), then by everything else that they state. So neither an id
/// nor the order of arrival decides: releases that differ in their ids only are interchangeable.
public final class ReleaseOrder {

    private static final Comparator<ObservedRelease> BY_INSTANT =
            Comparator.comparing(ObservedRelease::releasedAt).thenComparing(ObservedRelease::indicator);
    private static final Comparator<ObservedRelease> BY_PERIOD =
            Comparator.comparing(ObservedRelease::declaredPeriod, nullsLast());
    private static final Comparator<ObservedRelease> BY_FIGURES = Comparator.comparing(
                    ObservedRelease::previous, ReleaseOrder.<BigDecimal>nullsLast())
            .thenComparing(ObservedRelease::actual)
            .thenComparing(ReleaseOrder::forecast, nullsLast())
            .thenComparing(ReleaseOrder::otherContent);

    private ReleaseOrder() {}

    private static <T extends Comparable<? super T>> Comparator<@Nullable T> nullsLast() {
        return Comparator.nullsLast(Comparator.naturalOrder());
    }

    private static @Nullable BigDecimal forecast(ObservedRelease release) {
        return ForecastLadder.best(release).map(ObservedForecast::value).orElse(null);
    }

    private static String otherContent(ObservedRelease release) {
        return release.period()
                + "|" + release.source()
                + "|"
                + release.forecasts().stream()
                        .map(ObservedForecast::toString)
                        .sorted()
                        .toList()
                + "|" + release.marks().stream().sorted().toList()
                + "|" + release.verdict();
    }

    /// What stands for releases, in their order.
    ///
    /// @param release of an item
    public static <T> List<T> sorted(Collection<T> items, Function<T, ObservedRelease> release) {
        List<T> ascending = new ArrayList<>(items);
        ascending.sort(Comparator.comparing(release, BY_INSTANT));
        int from = 0;
        for (int to = 1; to <= ascending.size(); to++) {
            if (to == ascending.size() || !together(ascending.get(from), ascending.get(to), release)) {
                if (to - from > 1) {
                    sortTogether(ascending.subList(from, to), release);
                }
                from = to;
            }
        }
        return ascending;
    }

    /// Gives what stands for the releases of one instant after another, in their order.
    ///
    /// @param ordered ascending by instant
    /// @param release of an item
    public static <T> void forEachInstant(
            List<T> ordered, Function<T, ObservedRelease> release, Consumer<List<T>> together) {
        int start = 0;
        for (int end = 1; end <= ordered.size(); end++) {
            if (end == ordered.size()
                    || !release.apply(ordered.get(end))
                            .releasedAt()
                            .equals(release.apply(ordered.get(start)).releasedAt())) {
                together.accept(ordered.subList(start, end));
                start = end;
            }
        }
    }

    private static <T> boolean together(T first, T second, Function<T, ObservedRelease> release) {
        return BY_INSTANT.compare(release.apply(first), release.apply(second)) == 0;
    }

    /// Sorts what stands for releases of one instant and indicator.
    private static <T> void sortTogether(List<T> items, Function<T, ObservedRelease> release) {
        items.sort(Comparator.comparing(release, BY_PERIOD.thenComparing(BY_FIGURES)));
        int from = 0;
        for (int to = 1; to <= items.size(); to++) {
            if (to == items.size()
                    || BY_PERIOD.compare(release.apply(items.get(from)), release.apply(items.get(to))) != 0) {
                sortAlongChain(items.subList(from, to), release);
                from = to;
            }
        }
    }

    private static <T> void sortAlongChain(List<T> items, Function<T, ObservedRelease> release) {
        List<T> before = List.copyOf(items);
        int[] order = ReleaseChain.order(before.stream().map(release).toList());
        for (int index = 0; index < order.length; index++) {
            items.set(index, before.get(order[index]));
        }
    }
}
