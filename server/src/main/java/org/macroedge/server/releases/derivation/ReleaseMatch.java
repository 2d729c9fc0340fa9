package org.macroedge.server.releases.derivation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.releases.intake.ReportedRelease;

/// Finds the releases of the rows of one source, as they were known before these rows.
///
/// Rows with an actual are matched level by level. Within a level the best pair goes first: equal actual, equal
/// previous, smaller distance in time, smaller difference in actual, in previous, in forecast, then the text
/// of the row. Each row and each release is used once.
final class ReleaseMatch {

    /// Of one step; a calendar has a few for each of its rows.
    static final int MOST_PAIRS = 1_000_000;

    private static final Duration SAME_PERIOD = Duration.ofDays(400);
    private static final Duration ACROSS_SOURCES = Duration.ofDays(3);

    /// @param within how far a release may lie from the row; null where the event id decides
    private record Level(@Nullable Duration within, BiPredicate<ReportedRelease, ReleaseDraft> holds) {}

    private record Pair(Statement statement, ReleaseDraft release, Measures measures) {}

    private record Measures(
            boolean otherActual,
            boolean otherPrevious,
            Duration distance,
            BigDecimal actual,
            BigDecimal previous,
            BigDecimal forecast) {

        static final Comparator<Measures> ORDER = Comparator.comparing(Measures::otherActual)
                .thenComparing(Measures::otherPrevious)
                .thenComparing(Measures::distance)
                .thenComparing(Measures::actual)
                .thenComparing(Measures::previous)
                .thenComparing(Measures::forecast);
    }

    private static final BigDecimal NO_NUMBER = new BigDecimal("1E+100");
    private static final Comparator<Pair> BEST_FIRST = Comparator.comparing(Pair::measures, Measures.ORDER)
            .thenComparing(Pair::statement, RowContent.ORDER)
            .thenComparing(pair -> pair.release().opening(), RowContent.ORDER);

    private final String source;
    private final Duration halfPeriod;
    private final NavigableMap<Instant, List<ReleaseDraft>> byInstant = new TreeMap<>();
    private final Map<ReleaseDraft, Instant> places = new LinkedHashMap<>();
    private final Set<ReleaseDraft> used = new HashSet<>();

    /// @param releases those known so far
    ReleaseMatch(String source, Duration halfPeriod, List<ReleaseDraft> releases) {
        this.source = source;
        this.halfPeriod = halfPeriod;
        releases.forEach(this::place);
    }

    /// Notes where a release lies now: one that a row opened or moved.
    void place(ReleaseDraft release) {
        Instant instant = release.instant(source);
        Instant before = places.put(release, instant);
        if (instant.equals(before)) {
            return;
        }
        if (before != null) {
            byInstant.getOrDefault(before, List.of()).remove(release);
        }
        byInstant.computeIfAbsent(instant, key -> new ArrayList<>()).add(release);
    }

    /// The releases of rows with an actual; a row that matches none is left out.
    Map<Statement, ReleaseDraft> released(List<Statement> rows) {
        Map<Statement, ReleaseDraft> found = new IdentityHashMap<>();
        if (places.isEmpty()) {
            return found;
        }
        for (Level level : levels()) {
            List<Pair> pairs = new ArrayList<>();
            for (Statement statement : rows) {
                if (!found.containsKey(statement)) {
                    near(statement.row(), level.within())
                            .filter(release -> !used.contains(release))
                            .filter(release -> release.allowsPeriod(statement.row()))
                            .filter(release -> level.holds().test(statement.row(), release))
                            .forEach(release -> add(pairs, statement, release));
                }
            }
            pairs.sort(BEST_FIRST);
            for (Pair pair : pairs) {
                if (!found.containsKey(pair.statement()) && used.add(pair.release())) {
                    found.put(pair.statement(), pair.release());
                }
            }
        }
        return found;
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
                new Level(null, this::isEvent),
                new Level(SAME_PERIOD, ReleaseMatch::isPeriod),
                new Level(Duration.ZERO, (row, release) -> release.hasFigures(row)),
                new Level(Duration.ZERO, this::isCorrection),
                new Level(Duration.ZERO, this::isOthers),
                new Level(RowMerger.MOVED, (row, release) -> row.previous() != null && release.hasFigures(row)),
                new Level(halfPeriod, (row, release) -> !release.isReleased()),
                new Level(ACROSS_SOURCES, this::isOthers));
    }

    private boolean isEvent(ReportedRelease row, ReleaseDraft release) {
        return row.eventId() != null && release.isEvent(source, row.eventId());
    }

    private static boolean isPeriod(ReportedRelease row, ReleaseDraft release) {
        return row.period() != null
                && release.declaredPeriod().filter(row.period()::equals).isPresent();
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
        return near(row, Duration.ZERO)
                .filter(release -> release.allowsPeriod(row))
                .flatMap(release -> release.print(source).stream())
                .filter(print -> print.instant().equals(row.instant()))
                .findFirst();
    }

    /// The figure of a better source within half a period of a row.
    Optional<Statement> betterFigure(ReportedRelease row) {
        return near(row, halfPeriod)
                .filter(release -> release.allowsPeriod(row))
                .flatMap(release -> release.printsOfOthers(source))
                .min(Comparator.comparing(print -> distance(print.row().instant(), row)));
    }

    /// The release of a row without an actual: by the event id, by the declared period, the nearest within
    /// three days unless the row announces the one after it, else the source's nearest open schedule within
    /// half a period.
    Optional<ReleaseDraft> scheduled(SaidStatement said) {
        ReportedRelease row = said.row();
        Instant captured = said.capture(row.scheduleCapturedAt()).instant();
        return nearest(near(row, null).filter(release -> isEvent(row, release)), row)
                .or(() -> nearest(near(row, SAME_PERIOD).filter(release -> isPeriod(row, release)), row))
                .or(() -> nearest(
                        near(row, ACROSS_SOURCES).filter(release -> !announcesNext(row, release, captured)), row))
                .or(() -> nearest(
                        near(row, halfPeriod)
                                .filter(release -> !release.isReleasedBy(captured) && release.isScheduledBy(source)),
                        row));
    }

    private boolean announcesNext(ReportedRelease row, ReleaseDraft release, @Nullable Instant captured) {
        return release.print(source)
                .or(release::bestPrint)
                .filter(print -> captured == null || !print.instant().isAfter(captured))
                .filter(print -> RowContent.bothEqual(row.previous(), print.actual())
                        && !RowContent.equal(row.previous(), print.previous()))
                .isPresent();
    }

    private Optional<ReleaseDraft> nearest(Stream<ReleaseDraft> candidates, ReportedRelease row) {
        return candidates
                .filter(release -> release.allowsPeriod(row))
                .min(Comparator.comparing((ReleaseDraft release) -> distance(release.instant(source), row))
                        .thenComparing(ReleaseDraft::opening, RowContent.ORDER));
    }

    private Stream<ReleaseDraft> near(ReportedRelease row, @Nullable Duration within) {
        if (within == null) {
            return row.eventId() == null ? Stream.empty() : places.keySet().stream();
        }
        return byInstant.subMap(row.instant().minus(within), true, row.instant().plus(within), true).values().stream()
                .flatMap(List::stream);
    }

    private static Duration distance(Instant instant, ReportedRelease row) {
        return Duration.between(instant, row.instant()).abs();
    }

    private Measures measures(ReportedRelease row, ReleaseDraft release) {
        ReportedRelease figures = release.print(source).or(release::bestPrint).orElse(null);
        BigDecimal actual = figures == null ? null : figures.actual();
        BigDecimal previous = figures == null ? null : figures.previous();
        return new Measures(
                !RowContent.equal(row.actual(), actual),
                !RowContent.equal(row.previous(), previous),
                distance(release.instant(source), row),
                difference(row.actual(), actual),
                difference(row.previous(), previous),
                difference(RowContent.forecast(row), figures == null ? null : RowContent.forecast(figures)));
    }

    private static BigDecimal difference(@Nullable BigDecimal number, @Nullable BigDecimal other) {
        return number == null || other == null
                ? NO_NUMBER
                : number.subtract(other).abs();
    }
}
