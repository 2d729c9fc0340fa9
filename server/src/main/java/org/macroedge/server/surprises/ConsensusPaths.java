package org.macroedge.server.surprises;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.ForecastLadder;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.server.releases.PlannedRelease;
import org.macroedge.server.releases.Schedule;
import org.macroedge.server.surprises.view.ConsensusPath;
import org.macroedge.server.surprises.view.ConsensusPoint;

/// What was expected of the last release of an indicator and of its next one, as known at an instant.
final class ConsensusPaths {

    private static final Comparator<ConsensusPoint> BY_TIME = Comparator.comparing(
                    ConsensusPoint::from, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(ConsensusPoint::source)
            .thenComparing(ConsensusPoint::kind);

    private ConsensusPaths() {}

    /// The paths of the last release and of the next announced one; each where there is one.
    ///
    /// @param known the releases of the indicator at the instant, ascending by time
    static List<ConsensusPath> of(
            Indicator indicator, List<StandardisedSurprise> known, Surprises surprises, Instant asOf) {
        @Nullable StandardisedSurprise last = known.isEmpty() ? null : known.getLast();
        return Stream.concat(
                        Stream.ofNullable(last).map(ConsensusPaths::published),
                        next(
                                indicator,
                                surprises,
                                last == null ? Instant.MIN : last.release().releasedAt(),
                                asOf)
                                .stream())
                .toList();
    }

    private static ConsensusPath published(StandardisedSurprise surprise) {
        ObservedRelease release = surprise.release();
        List<ObservedForecast> before = release.forecasts().stream()
                .filter(forecast ->
                        forecast.capturedAt() == null || forecast.capturedAt().isBefore(release.releasedAt()))
                .toList();
        return path(
                release.releaseId().value(),
                release.releasedAt(),
                release.actual(),
                before,
                Optional.ofNullable(surprise.forecast()));
    }

    private static Optional<ConsensusPath> next(Indicator indicator, Surprises surprises, Instant last, Instant asOf) {
        return surprises.facts().planned().stream()
                .filter(release -> release.indicator().equals(indicator.id()))
                .filter(release -> !release.isReleased(asOf) && !release.isCancelled(asOf))
                .flatMap(release -> release.scheduleAt(asOf).map(schedule -> Map.entry(release, schedule)).stream())
                .filter(entry -> entry.getValue().scheduledAt().isAfter(last))
                .min(Comparator.comparing(entry -> entry.getValue().scheduledAt()))
                .map(entry -> announced(entry.getKey(), entry.getValue(), indicator, surprises, asOf));
    }

    private static ConsensusPath announced(
            PlannedRelease release, Schedule schedule, Indicator indicator, Surprises surprises, Instant asOf) {
        Optional<ObservedForecast> computed =
                surprises.next(indicator, asOf).flatMap(own -> own.at(schedule.scheduledAt()));
        return path(
                release.releaseId().value(),
                schedule.scheduledAt(),
                null,
                release.forecastsAt(asOf, schedule),
                ForecastLadder.standing(release.forecastAt(asOf, schedule), computed));
    }

    private static ConsensusPath path(
            String id,
            Instant instant,
            @Nullable BigDecimal actual,
            List<ObservedForecast> forecasts,
            Optional<ObservedForecast> standing) {
        Map<String, List<ObservedForecast>> bySource = forecasts.stream()
                .collect(Collectors.groupingBy(
                        forecast -> forecast.source() + ' ' + forecast.kind().code(),
                        TreeMap::new,
                        Collectors.toList()));
        return new ConsensusPath(
                id,
                instant,
                actual,
                bySource.values().stream()
                        .flatMap(ofOne -> points(ofOne, standing.orElse(null)).stream())
                        .sorted(BY_TIME)
                        .toList());
    }

    /// The changes in what one source said, ascending by time.
    private static List<ConsensusPoint> points(List<ObservedForecast> forecasts, @Nullable ObservedForecast standing) {
        List<List<ObservedForecast>> spans = new ArrayList<>();
        forecasts.stream()
                .sorted(Comparator.comparing(
                                ObservedForecast::capturedAt, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(ObservedForecast::value))
                .forEach(forecast -> {
                    if (spans.isEmpty() || !saysTheSame(spans.getLast().getLast(), forecast)) {
                        spans.add(new ArrayList<>());
                    }
                    spans.getLast().add(forecast);
                });
        return spans.stream().map(span -> point(span, standing)).toList();
    }

    private static boolean saysTheSame(ObservedForecast earlier, ObservedForecast later) {
        return (earlier.capturedAt() == null) == (later.capturedAt() == null)
                && earlier.value().compareTo(later.value()) == 0
                && earlier.spread().equals(later.spread());
    }

    private static ConsensusPoint point(List<ObservedForecast> span, @Nullable ObservedForecast standing) {
        ObservedForecast first = span.getFirst();
        return new ConsensusPoint(
                first.source(),
                first.kind().code(),
                first.value(),
                first.capturedAt(),
                span.getLast().capturedAt(),
                first.spread().low(),
                first.spread().high(),
                first.spread().count(),
                standing != null && span.contains(standing));
    }
}
