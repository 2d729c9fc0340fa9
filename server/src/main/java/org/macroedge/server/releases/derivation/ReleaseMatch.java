package org.macroedge.server.releases.derivation;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.releases.intake.ReportedRelease;

/// Finds the releases of the rows of one source, as they were known before these rows.
///
/// Rows with an actual are matched level by level. Within a level the best pair goes first: equal actual, equal
/// previous, smaller distance in time, smaller difference in actual, in previous, in forecast, then the text
/// of the row. A release without an actual has no figures to compare; of the rows of one instant, it takes the one with
/// the forecast that the source gave for it, else the newest ([Newness]). Each row and each release is used once.
final class ReleaseMatch {

    /// Of one step; a calendar has a few for each of its rows.
    static final int MOST_PAIRS = 1_000_000;

    static final Duration SAME_PERIOD = Duration.ofDays(400);
    static final Duration ACROSS_SOURCES = Duration.ofDays(3);

    /// @param within how far a release may lie from the row; null where the event id decides
    private record Level(@Nullable Duration within, BiPredicate<ReportedRelease, ReleaseDraft> holds) {}

    private record Pair(Statement statement, ReleaseDraft release, Measures measures) {}

    private record Measures(
            boolean otherActual,
            boolean otherPrevious,
            Duration distance,
            int forecastGap,
            BigDecimal actual,
            BigDecimal previous,
            BigDecimal forecast) {

        static final Comparator<Measures> ORDER = Comparator.comparing(Measures::otherActual)
                .thenComparing(Measures::otherPrevious)
                .thenComparing(Measures::distance)
                .thenComparing(Measures::forecastGap)
                .thenComparing(Measures::actual)
                .thenComparing(Measures::previous)
                .thenComparing(Measures::forecast);
    }

    private static final BigDecimal NO_NUMBER = new BigDecimal("1E+100");
    private final String source;
    private final Duration halfPeriod;
    private final ReleasePlaces places;
    private final Set<ReleaseDraft> used = new HashSet<>();

    /// @param releases those known so far
    ReleaseMatch(String source, Duration halfPeriod, List<ReleaseDraft> releases) {
        this.source = source;
        this.halfPeriod = halfPeriod;
        this.places = new ReleasePlaces(source, releases);
    }

    /// The releases of rows with an actual; a row that matches none is left out.
    Map<Statement, ReleaseDraft> released(List<Statement> rows) {
        Map<Statement, ReleaseDraft> found = new IdentityHashMap<>();
        if (places.isEmpty()) {
            return found;
        }
        Map<Statement, Integer> ages = Newness.agesOfReleased(rows);
        for (Level level : levels()) {
            List<Pair> pairs = new ArrayList<>();
            for (Statement statement : rows) {
                if (!found.containsKey(statement)) {
                    places.near(statement.row(), level.within())
                            .filter(release -> !used.contains(release))
                            .filter(release -> level.holds().test(statement.row(), release))
                            .forEach(release -> add(pairs, statement, release));
                }
            }
            pairs.sort(bestFirst(pairs, ages));
            for (Pair pair : pairs) {
                if (!found.containsKey(pair.statement()) && used.add(pair.release())) {
                    found.put(pair.statement(), pair.release());
                }
            }
        }
        return found;
    }

    /// Of rows of one instant, the newest takes the newest of the releases without an actual.
    private static Comparator<Pair> bestFirst(List<Pair> pairs, Map<Statement, Integer> ages) {
        Map<ReleaseDraft, Integer> releaseAges = Newness.ages(pairs.stream()
                .map(Pair::release)
                .filter(release -> !release.isReleased())
                .distinct()
                .toList());
        return Comparator.comparing(Pair::measures, Measures.ORDER)
                .thenComparing(pair -> pair.release().isReleased() ? 0 : ages.getOrDefault(pair.statement(), 0))
                .thenComparing(pair -> releaseAges.getOrDefault(pair.release(), 0))
                .thenComparing(Pair::statement, RowContent.ORDER)
                .thenComparing(pair -> pair.release().opening(), RowContent.ORDER);
    }

    private void add(List<Pair> pairs, Statement statement, ReleaseDraft release) {
        ReportedRelease row = statement.row();
        if (pairs.size() == MOST_PAIRS) {
            throw DerivationMessage.TOO_MANY_PAIRS.exception(
                    row.indicator().id(), MOST_PAIRS, row.file() + ":" + row.line());
        }
        pairs.add(new Pair(statement, release, measures(row, release)));
    }

    private List<Level> levels() {
        return List.of(
                new Level(null, places::isEvent),
                new Level(SAME_PERIOD, ReleasePlaces::isPeriod),
                new Level(Duration.ZERO, (row, release) -> release.hasFigures(row)),
                new Level(Duration.ZERO, this::isCorrection),
                new Level(Duration.ZERO, this::isOthers),
                new Level(RowMerger.MOVED, (row, release) -> row.previous() != null && release.hasFigures(row)),
                new Level(halfPeriod, (row, release) -> !release.isReleased()),
                new Level(ACROSS_SOURCES, this::isOthers));
    }

    /// Whether a row states the source's own figure again, at the same instant, with another actual or
    /// previous. A source that dates its statements may change both.
    private boolean isCorrection(ReportedRelease row, ReleaseDraft release) {
        return release.print(source)
                .filter(print -> row.isCaptured()
                        || RowContent.equal(print.previous(), row.previous())
                        || RowContent.equal(print.actual(), row.actual()))
                .isPresent();
    }

    private boolean isOthers(ReportedRelease row, ReleaseDraft release) {
        return release.isReleased() && release.print(source).isEmpty();
    }

    /// The source's own figure at the instant of a row.
    Optional<ReportedRelease> ownFigure(ReportedRelease row) {
        return places.near(row, Duration.ZERO)
                .flatMap(release -> release.print(source).stream())
                .filter(print -> print.instant().equals(row.instant()))
                .findFirst();
    }

    /// The figure of a better source within half a period of a row.
    Optional<Statement> betterFigure(ReportedRelease row) {
        return places.near(row, halfPeriod)
                .flatMap(release -> release.printsOfOthers(source))
                .min(Comparator.comparing(print ->
                        Duration.between(print.row().instant(), row.instant()).abs()));
    }

    private Measures measures(ReportedRelease row, ReleaseDraft release) {
        Duration distance = places.distance(release, row);
        return release.print(source)
                .or(release::bestPrint)
                .map(print -> new Measures(
                        !RowContent.equal(row.actual(), print.actual()),
                        !RowContent.equal(row.previous(), print.previous()),
                        distance,
                        0,
                        difference(row.actual(), print.actual()),
                        difference(row.previous(), print.previous()),
                        difference(RowContent.forecast(row), RowContent.forecast(print))))
                .orElseGet(() -> new Measures(
                        true,
                        true,
                        distance,
                        release.said(source)
                                .map(record -> record.forecastGap(row))
                                .orElse(1),
                        NO_NUMBER,
                        NO_NUMBER,
                        NO_NUMBER));
    }

    private static BigDecimal difference(@Nullable BigDecimal number, @Nullable BigDecimal other) {
        return number == null || other == null
                ? NO_NUMBER
                : number.subtract(other).abs();
    }
}
