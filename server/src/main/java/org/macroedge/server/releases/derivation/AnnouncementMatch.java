package org.macroedge.server.releases.derivation;

import java.time.Duration;
import java.time.Instant;
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

/// Finds the releases of rows without an actual, as they were known before these rows: by the event id, by the declared
/// period, the nearest within three days unless the row announces the one after it, else the source's nearest open
/// schedule within half a period.
///
/// Of several releases in the same hour, a row belongs to the one of which the source expected the same figure, then
/// the one that has its previous value, then the newest: people expect the newest figure. What the previous value is
/// cannot tell beforehand, because the figure before the newest is not known either.
final class AnnouncementMatch {

    private static final Comparator<Pair> BEST_FIRST = Comparator.comparing(
                    (Pair pair) -> pair.distance().toHours())
            .thenComparing(Pair::forecastGap)
            .thenComparing(Pair::otherPrevious)
            .thenComparing(Pair::rowAge)
            .thenComparing(Pair::releaseAge);

    /// @param within how far a release may lie from the row; null where the event id decides
    private record Level(@Nullable Duration within, BiPredicate<SaidStatement, ReleaseDraft> holds) {}

    /// @param rowAge 0 for the newest of the rows
    /// @param releaseAge 0 for the newest of the releases
    private record Pair(
            SaidStatement said,
            ReleaseDraft release,
            Duration distance,
            int forecastGap,
            boolean otherPrevious,
            int rowAge,
            int releaseAge) {}

    private final String source;
    private final Duration halfPeriod;
    private final ReleasePlaces places;
    private final List<Level> levels;

    AnnouncementMatch(String source, Duration halfPeriod, List<ReleaseDraft> releases) {
        this.source = source;
        this.halfPeriod = halfPeriod;
        this.places = new ReleasePlaces(source, releases);
        this.levels = List.of(
                new Level(null, (said, release) -> places.isEvent(said.row(), release)),
                new Level(ReleaseMatch.SAME_PERIOD, (said, release) -> ReleasePlaces.isPeriod(said.row(), release)),
                new Level(ReleaseMatch.ACROSS_SOURCES, (said, release) -> !announcesNext(said, release)),
                new Level(
                        halfPeriod,
                        (said, release) -> !release.isReleasedBy(captured(said)) && release.isScheduledBy(source)));
    }

    /// Notes where a release lies now: one that a row opened or moved.
    void place(ReleaseDraft release) {
        places.place(release);
    }

    /// How far a row may lie from its release without an event id or a period.
    Duration reach() {
        return halfPeriod.compareTo(ReleaseMatch.ACROSS_SOURCES) > 0 ? halfPeriod : ReleaseMatch.ACROSS_SOURCES;
    }

    /// The releases of rows that announce different ones; a row that matches none is left out.
    ///
    /// @param oldestFirst by [Newness#OF_ANNOUNCED]
    Map<SaidStatement, ReleaseDraft> of(List<SaidStatement> oldestFirst) {
        Map<SaidStatement, ReleaseDraft> found = new IdentityHashMap<>();
        Set<ReleaseDraft> used = new HashSet<>();
        for (Level level : levels) {
            for (Pair pair : pairs(oldestFirst, level, found, used)) {
                if (!found.containsKey(pair.said()) && used.add(pair.release())) {
                    found.put(pair.said(), pair.release());
                }
            }
        }
        return found;
    }

    private List<Pair> pairs(
            List<SaidStatement> oldestFirst,
            Level level,
            Map<SaidStatement, ReleaseDraft> found,
            Set<ReleaseDraft> used) {
        Map<SaidStatement, List<ReleaseDraft>> candidates = new IdentityHashMap<>();
        for (SaidStatement said : oldestFirst) {
            if (!found.containsKey(said)) {
                candidates.put(
                        said,
                        places.near(said.row(), level.within())
                                .filter(release -> !used.contains(release))
                                .filter(release -> level.holds().test(said, release))
                                .toList());
            }
        }
        Map<ReleaseDraft, Integer> ages = Newness.ages(
                candidates.values().stream().flatMap(List::stream).distinct().toList());
        List<Pair> pairs = new ArrayList<>();
        for (int row = 0; row < oldestFirst.size(); row++) {
            SaidStatement said = oldestFirst.get(row);
            for (ReleaseDraft release : candidates.getOrDefault(said, List.of())) {
                pairs.add(pair(said, release, oldestFirst.size() - 1 - row, ages.getOrDefault(release, 0)));
            }
        }
        pairs.sort(BEST_FIRST);
        return pairs;
    }

    private Pair pair(SaidStatement said, ReleaseDraft release, int rowAge, int releaseAge) {
        ReportedRelease row = said.row();
        return new Pair(
                said,
                release,
                places.distance(release, row),
                release.said(source).map(record -> record.forecastGap(row)).orElse(1),
                !hasPrevious(said, release),
                rowAge,
                releaseAge);
    }

    /// Whether a release that is out by then has the previous value of a row, or, where it is not, the source said so.
    private boolean hasPrevious(SaidStatement said, ReleaseDraft release) {
        ReportedRelease row = said.row();
        return release.isReleasedBy(captured(said))
                ? print(release)
                        .filter(print -> RowContent.bothEqual(print.previous(), row.previous()))
                        .isPresent()
                : release.said(source)
                        .flatMap(SourceRecord::schedule)
                        .filter(before -> RowContent.equal(before.previous(), row.previous()))
                        .isPresent();
    }

    private boolean announcesNext(SaidStatement said, ReleaseDraft release) {
        ReportedRelease row = said.row();
        Instant captured = captured(said);
        return print(release)
                .filter(print -> captured == null || !print.instant().isAfter(captured))
                .filter(print -> RowContent.bothEqual(row.previous(), print.actual())
                        && !RowContent.equal(row.previous(), print.previous()))
                .isPresent();
    }

    private Optional<ReportedRelease> print(ReleaseDraft release) {
        return release.print(source).or(release::bestPrint);
    }

    private static @Nullable Instant captured(SaidStatement said) {
        return said.capture(said.row().scheduleCapturedAt()).instant();
    }
}
