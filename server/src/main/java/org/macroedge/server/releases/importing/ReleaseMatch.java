package org.macroedge.server.releases.importing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.releases.Print;
import org.macroedge.server.releases.Schedule;
import org.macroedge.server.releases.calendar.CalendarRow;

/// Finds the release of a row among those of its indicator.
final class ReleaseMatch {

    private static final Duration ACROSS_SOURCES = Duration.ofDays(3);
    private static final Duration POLICY_MEETING = Duration.ofDays(3);
    private static final long SECONDS_PER_DAY = 86_400;

    private final String source;
    private final List<KnownRelease> releases;
    private final Map<Object, List<KnownRelease>> byPlace;
    private final Map<Object, List<KnownRelease>> goneByPlace;
    private final NavigableSet<Instant> released = new TreeSet<>();
    private final Duration halfPeriod;
    private final Duration quiet;

    /// @param releases of the indicator that are in force, in the order of their ids
    /// @param gone releases whose facts are all retracted, with those facts
    ReleaseMatch(Indicator indicator, String source, List<KnownRelease> releases, List<KnownRelease> gone) {
        this.source = source;
        this.releases = releases;
        this.byPlace = places(releases);
        this.goneByPlace = places(gone);
        releases.stream().filter(KnownRelease::isReleased).map(KnownRelease::at).forEach(released::add);
        this.halfPeriod = Duration.ofSeconds((long) (indicator.periodDays() * SECONDS_PER_DAY / 2));
        this.quiet = indicator.isPolicyRate() ? POLICY_MEETING : halfPeriod;
    }

    private Map<Object, List<KnownRelease>> places(List<KnownRelease> from) {
        Map<Object, List<KnownRelease>> places = new HashMap<>();
        for (KnownRelease release : from) {
            for (Object place : release.places(source)) {
                places.computeIfAbsent(place, key -> new ArrayList<>()).add(release);
            }
        }
        return places;
    }

    /// Notes that a row of the batch released something at an instant.
    void noteReleased(Instant at) {
        released.add(at);
    }

    /// The release that already says everything that the row says.
    Optional<KnownRelease> identical(CalendarRow row) {
        return identical(here(byPlace, row), row);
    }

    private Optional<KnownRelease> identical(Stream<KnownRelease> candidates, CalendarRow row) {
        return candidates
                .filter(release -> row.actual() == null ? sameSchedule(release, row) : samePrint(release, row))
                .filter(release -> row.forecast() == null
                        || release.forecast(source)
                                .filter(stored -> RowOrder.equal(stored.value(), row.forecast()))
                                .isPresent())
                .findFirst();
    }

    private boolean samePrint(KnownRelease release, CalendarRow row) {
        return release.print(source)
                .filter(print -> at(print, row)
                        && RowOrder.equal(print.actual(), row.actual())
                        && RowOrder.equal(print.previous(), row.previous())
                        && Objects.equals(print.period(), row.period()))
                .isPresent();
    }

    private boolean sameSchedule(KnownRelease release, CalendarRow row) {
        return release.schedule(source)
                .filter(schedule -> at(schedule, row) && Objects.equals(schedule.period(), row.period()))
                .isPresent();
    }

    /// The release of a row with an actual: by event id, by instant within the source, at its instant among those
    /// without an actual, across sources by declared period or date, else the nearest without an actual.
    Optional<KnownRelease> released(CalendarRow row) {
        return byEvent(row)
                .or(() -> here(byPlace, row)
                        .filter(release -> release.print(source)
                                .filter(print -> at(print, row))
                                .isPresent())
                        .filter(release -> row.period() == null
                                || release.declaredPeriod()
                                        .map(row.period()::equals)
                                        .orElse(true))
                        .findFirst())
                .or(() -> free().filter(
                                release -> !release.isReleased() && release.at().equals(row.at()))
                        .findFirst())
                .or(() -> acrossSources(row))
                .or(() -> nearest(row.at(), halfPeriod, release -> !release.isReleased()));
    }

    private Optional<KnownRelease> byEvent(CalendarRow row) {
        return row.eventId() == null
                ? Optional.empty()
                : free().filter(release -> release.print(source)
                                        .map(Print::eventId)
                                        .filter(row.eventId()::equals)
                                        .isPresent()
                                || release.schedule(source)
                                        .map(Schedule::eventId)
                                        .filter(row.eventId()::equals)
                                        .isPresent())
                        .findFirst();
    }

    private Optional<KnownRelease> acrossSources(CalendarRow row) {
        Predicate<KnownRelease> others =
                release -> release.isReleased() && release.print(source).isEmpty();
        Optional<KnownRelease> byPeriod = row.period() == null
                ? Optional.empty()
                : free().filter(others)
                        .filter(release -> release.declaredPeriod()
                                .filter(row.period()::equals)
                                .isPresent())
                        .findFirst();
        return byPeriod.or(() -> nearest(
                row.at(),
                ACROSS_SOURCES,
                others.and(release -> row.period() == null
                        || release.declaredPeriod().map(row.period()::equals).orElse(true))));
    }

    /// Whether a row without an actual adds nothing to a release that has one.
    boolean saysNothingNew(CalendarRow row) {
        return released.contains(row.at())
                || (!row.hasNumbers()
                        && !released.subSet(
                                        row.at().minus(quiet), true, row.at().plus(quiet), true)
                                .isEmpty());
    }

    /// The release that a row without an actual schedules anew.
    Optional<KnownRelease> scheduled(CalendarRow row) {
        return byEvent(row).or(() -> nearest(row.at(), halfPeriod, release -> !release.isReleased()));
    }

    /// A retracted release that the row brings again: one that said the same, else one of the same instant. It takes
    /// its old id, and none of its old facts.
    Optional<KnownRelease> returning(CalendarRow row) {
        Optional<KnownRelease> gone = identical(here(goneByPlace, row), row)
                .or(() -> here(goneByPlace, row).findFirst());
        gone.ifPresent(KnownRelease::take);
        return gone.flatMap(KnownRelease::id).map(KnownRelease::new);
    }

    private Optional<KnownRelease> nearest(Instant at, Duration within, Predicate<KnownRelease> eligible) {
        return free().filter(eligible)
                .filter(release -> distance(release, at).compareTo(within) <= 0)
                .min(Comparator.comparing(release -> distance(release, at)));
    }

    private Stream<KnownRelease> free() {
        return releases.stream().filter(release -> !release.isTaken());
    }

    private static Stream<KnownRelease> here(Map<Object, List<KnownRelease>> places, CalendarRow row) {
        Object place = row.localDate() == null ? row.at() : row.localDate();
        return places.getOrDefault(place, List.of()).stream().filter(release -> !release.isTaken());
    }

    private static Duration distance(KnownRelease release, Instant at) {
        return Duration.between(release.at(), at).abs();
    }

    /// Rows whose instant comes from the catalogue are matched by local date, never by that instant.
    private static boolean at(Print print, CalendarRow row) {
        return row.localDate() == null
                ? print.knownAt().equals(row.at())
                : row.localDate().equals(print.localDate());
    }

    private static boolean at(Schedule schedule, CalendarRow row) {
        return row.localDate() == null
                ? schedule.scheduledAt().equals(row.at())
                : row.localDate().equals(schedule.localDate());
    }
}
