package org.macroedge.server.releases.intake;

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

/// Finds the release of a row among those of its indicator.
///
/// A release that a row has taken is not found again, except by captured rows without an actual: any number of
/// them may say what was expected of one release at different instants.
final class ReleaseMatch {

    private static final Duration ACROSS_SOURCES = Duration.ofDays(3);
    private static final Duration POLICY_MEETING = Duration.ofDays(3);
    private static final long SECONDS_PER_DAY = 86_400;

    private final String source;
    private final List<ReleaseCandidate> releases;
    private final Map<Object, List<ReleaseCandidate>> byPlace;
    private final Map<Object, List<ReleaseCandidate>> goneByPlace;
    private final List<ReleaseCandidate> opened = new ArrayList<>();
    private final NavigableSet<Instant> released = new TreeSet<>();
    private final Duration halfPeriod;
    private final Duration quiet;

    /// @param releases of the indicator that are in force, in the order of their ids
    /// @param gone releases whose facts are all retracted, with those facts
    ReleaseMatch(Indicator indicator, String source, List<ReleaseCandidate> releases, List<ReleaseCandidate> gone) {
        this.source = source;
        this.releases = releases;
        this.byPlace = places(releases);
        this.goneByPlace = places(gone);
        releases.stream()
                .filter(ReleaseCandidate::isReleased)
                .map(ReleaseCandidate::instant)
                .forEach(released::add);
        this.halfPeriod = Duration.ofSeconds((long) (indicator.periodDays() * SECONDS_PER_DAY / 2));
        this.quiet = indicator.isPolicyRate() ? POLICY_MEETING : halfPeriod;
    }

    private Map<Object, List<ReleaseCandidate>> places(List<ReleaseCandidate> from) {
        Map<Object, List<ReleaseCandidate>> places = new HashMap<>();
        for (ReleaseCandidate release : from) {
            for (Object place : release.places(source)) {
                places.computeIfAbsent(place, key -> new ArrayList<>()).add(release);
            }
        }
        return places;
    }

    /// Notes that a row of the batch released something at an instant.
    void noteReleased(Instant instant) {
        released.add(instant);
    }

    /// A release that the store does not have, for a row that matches none.
    ReleaseCandidate open(ReportedRelease row) {
        ReleaseCandidate release = ReleaseCandidate.opened(row);
        opened.add(release);
        return release;
    }

    /// The release that already says everything that the row says.
    Optional<ReleaseCandidate> identical(ReportedRelease row) {
        return identical(free(byPlace, row), row);
    }

    private Optional<ReleaseCandidate> identical(Stream<ReleaseCandidate> candidates, ReportedRelease row) {
        return candidates
                .filter(release -> row.actual() == null ? hasSchedule(release, row) : hasPrint(release, row))
                .filter(release -> row.forecasts().stream().allMatch(forecast -> hasForecast(release, forecast)))
                .findFirst();
    }

    private boolean hasPrint(ReleaseCandidate release, ReportedRelease row) {
        return release.print(source)
                .filter(print -> isAt(print, row)
                        && RowOrder.equal(print.actual(), row.actual())
                        && RowOrder.equal(print.previous(), row.previous())
                        && Objects.equals(print.period(), row.period()))
                .isPresent();
    }

    private boolean hasSchedule(ReleaseCandidate release, ReportedRelease row) {
        return release.schedule(source, row.scheduleCapturedAt())
                .filter(schedule -> isAt(schedule, row) && Objects.equals(schedule.period(), row.period()))
                .isPresent();
    }

    private boolean hasForecast(ReleaseCandidate release, ReportedForecast forecast) {
        return release.forecast(source, forecast.kind(), forecast.capturedAt())
                .filter(stored -> RowOrder.equal(stored.value(), forecast.value()))
                .isPresent();
    }

    /// The release of a row with an actual, by the first of these that finds one: the event id; the same place
    /// within the source; the same instant among releases without an actual; another source's release, by declared
    /// period or by date; the nearest release without an actual.
    Optional<ReleaseCandidate> released(ReportedRelease row) {
        return byEvent(row)
                .or(() -> samePlace(row))
                .or(() -> openAtInstant(row))
                .or(() -> acrossSources(row))
                .or(() -> nearestOpen(free(), row));
    }

    private Optional<ReleaseCandidate> byEvent(ReportedRelease row) {
        String eventId = row.eventId();
        return eventId == null
                ? Optional.empty()
                : free().filter(release -> release.isEvent(source, eventId)).findFirst();
    }

    private Optional<ReleaseCandidate> samePlace(ReportedRelease row) {
        return free(byPlace, row)
                .filter(release ->
                        release.print(source).filter(print -> isAt(print, row)).isPresent())
                .filter(release -> allowsPeriod(release, row))
                .findFirst();
    }

    private Optional<ReleaseCandidate> openAtInstant(ReportedRelease row) {
        return free().filter(
                        release -> !release.isReleased() && release.instant().equals(row.instant()))
                .findFirst();
    }

    private Optional<ReleaseCandidate> acrossSources(ReportedRelease row) {
        Predicate<ReleaseCandidate> others =
                release -> release.isReleased() && release.print(source).isEmpty();
        Optional<ReleaseCandidate> byPeriod = row.period() == null
                ? Optional.empty()
                : free().filter(others)
                        .filter(release -> release.declaredPeriod()
                                .filter(row.period()::equals)
                                .isPresent())
                        .findFirst();
        return byPeriod.or(() ->
                nearest(free().filter(others).filter(release -> allowsPeriod(release, row)), row, ACROSS_SOURCES));
    }

    /// Whether a row declares no other period than a release does.
    private static boolean allowsPeriod(ReleaseCandidate release, ReportedRelease row) {
        return row.period() == null
                || release.declaredPeriod().map(row.period()::equals).orElse(true);
    }

    /// Whether a row without an actual adds nothing to a release that has one.
    boolean saysNothingNew(ReportedRelease row) {
        return released.contains(row.instant()) || isQuiet(row);
    }

    /// Whether a row without numbers lies so close to a release that it adds nothing.
    boolean isQuiet(ReportedRelease row) {
        Instant instant = row.instant();
        return !row.hasNumbers()
                && !released.subSet(instant.minus(quiet), true, instant.plus(quiet), true)
                        .isEmpty();
    }

    /// The release that a row without an actual schedules anew.
    Optional<ReleaseCandidate> scheduled(ReportedRelease row) {
        return byEvent(row).or(() -> nearestOpen(free(), row));
    }

    /// The release of a captured row without an actual, taken or not, of the store or of the batch: by the event
    /// id, by the same place, by the same instant, else the nearest without an actual.
    Optional<ReleaseCandidate> captured(ReportedRelease row) {
        return all().filter(release -> row.eventId() != null && release.isEvent(source, row.eventId()))
                .findFirst()
                .or(() -> all().filter(release -> release.places(source).contains(row.place()))
                        .findFirst())
                .or(() -> all().filter(release -> release.instant().equals(row.instant()))
                        .findFirst())
                .or(() -> nearestOpen(all(), row));
    }

    /// A retracted release that the row states again: one with the same figures, else one of the same place. It keeps
    /// its old id and none of its old facts.
    Optional<ReleaseCandidate> returning(ReportedRelease row) {
        Optional<ReleaseCandidate> gone = identical(free(goneByPlace, row), row)
                .or(() -> free(goneByPlace, row).findFirst());
        gone.ifPresent(ReleaseCandidate::take);
        return gone.flatMap(ReleaseCandidate::id).map(id -> {
            ReleaseCandidate release = open(row);
            release.name(id);
            return release;
        });
    }

    private Optional<ReleaseCandidate> nearestOpen(Stream<ReleaseCandidate> candidates, ReportedRelease row) {
        return nearest(candidates.filter(release -> !release.isReleased()), row, halfPeriod);
    }

    private static Optional<ReleaseCandidate> nearest(
            Stream<ReleaseCandidate> candidates, ReportedRelease row, Duration within) {
        return candidates
                .filter(release -> distance(release, row).compareTo(within) <= 0)
                .min(Comparator.comparing(release -> distance(release, row)));
    }

    private Stream<ReleaseCandidate> all() {
        return Stream.concat(releases.stream(), opened.stream());
    }

    private Stream<ReleaseCandidate> free() {
        return releases.stream().filter(release -> !release.isTaken());
    }

    private static Stream<ReleaseCandidate> free(Map<Object, List<ReleaseCandidate>> places, ReportedRelease row) {
        return places.getOrDefault(row.place(), List.of()).stream().filter(release -> !release.isTaken());
    }

    private static Duration distance(ReleaseCandidate release, ReportedRelease row) {
        return Duration.between(release.instant(), row.instant()).abs();
    }

    /// Rows whose instant comes from the catalogue are matched by local date, never by that instant.
    private static boolean isAt(Print print, ReportedRelease row) {
        return row.localDate() == null
                ? print.knownAt().equals(row.instant())
                : row.localDate().equals(print.localDate());
    }

    private static boolean isAt(Schedule schedule, ReportedRelease row) {
        return row.localDate() == null
                ? schedule.scheduledAt().equals(row.instant())
                : row.localDate().equals(schedule.localDate());
    }
}
