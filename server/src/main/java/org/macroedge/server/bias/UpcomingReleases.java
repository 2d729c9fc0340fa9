package org.macroedge.server.bias;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.calendar.ExpectedRelease;
import org.macroedge.server.releases.PlannedRelease;
import org.macroedge.server.releases.Schedule;
import org.macroedge.server.surprises.Surprises;

/// The releases that sources had announced at an instant, and that are to come after it.
record UpcomingReleases(Surprises surprises, Instant asOf) {

    /// A release with the schedule in force.
    ///
    /// @param forecasts known by then, of all sources
    record Scheduled(
            ReleaseId releaseId, IndicatorId indicator, Instant releasedAt, List<ObservedForecast> forecasts) {}

    /// Those of the catalogue's indicators, in no order.
    Stream<Scheduled> scheduled() {
        return surprises.facts().planned().stream()
                .filter(planned -> !planned.isReleased(asOf) && !planned.isCancelled(asOf))
                .filter(planned -> surprises
                        .catalogue()
                        .indicator(planned.indicator().value())
                        .isPresent())
                .flatMap(planned -> planned
                        .scheduleAt(asOf)
                        .filter(schedule -> schedule.scheduledAt().isAfter(asOf))
                        .map(schedule -> scheduled(planned, schedule))
                        .stream());
    }

    /// Whether a release of an indicator at an instant is its next one, and nobody surveys it: what own prints say is
    /// for that one.
    ///
    /// @param expected of these indicators, up to the last instant in question
    BiPredicate<IndicatorId, Instant> isNext(Collection<ExpectedRelease> expected) {
        BinaryOperator<Instant> earlier = BinaryOperator.minBy(Comparator.naturalOrder());
        Map<IndicatorId, Instant> next = new HashMap<>();
        scheduled().forEach(release -> next.merge(release.indicator(), release.releasedAt(), earlier));
        expected.forEach(release -> next.merge(release.indicator().id(), release.expectedAt(), earlier));
        return (indicator, at) -> !surprises.isSurveyed(indicator, asOf)
                && !next.getOrDefault(indicator, at).isBefore(at);
    }

    private Scheduled scheduled(PlannedRelease planned, Schedule schedule) {
        return new Scheduled(
                planned.releaseId(), planned.indicator(), schedule.scheduledAt(), planned.forecastsAt(asOf, schedule));
    }

    /// The id of a release that nobody announced: the first of its day that no release known by then has.
    ReleaseId unusedId(Indicator indicator, Instant at) {
        Set<ReleaseId> used = Stream.concat(
                        surprises.of(indicator.id()).stream()
                                .map(StandardisedSurprise::release)
                                .filter(release -> !release.releasedAt().isAfter(asOf))
                                .map(ObservedRelease::releaseId),
                        surprises.facts().planned().stream()
                                .filter(planned -> planned.indicator().equals(indicator.id())
                                        && planned.scheduleAt(asOf).isPresent())
                                .map(PlannedRelease::releaseId))
                .collect(Collectors.toSet());
        ReleaseId first = ReleaseId.of(indicator.id(), indicator.localDate(at));
        return Stream.concat(
                        Stream.of(first),
                        IntStream.iterate(2, number -> number + 1).mapToObj(first::numbered))
                .filter(id -> !used.contains(id))
                .findFirst()
                .orElseThrow();
    }
}
