package org.macroedge.server.releases;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ScheduledRelease;
import org.macroedge.engine.surprise.ForecastLadder;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.ReleaseId;

/// A release with at least one schedule, whether or not it was published later.
///
/// A schedule or forecast is known from its capture on, in whole seconds. One without a capture is part of a
/// history: a schedule is then known from the instant that it names, and a forecast just before the release.
///
/// @param schedules every capture of every source: the best source's first, and of one source the last
/// capture first
/// @param forecasts of all sources
/// @param releasedAt when it was published; null where its actual never came
/// @param cancelled when a person called a schedule off, by the number of the schedule's statement
public record PlannedRelease(
        ReleaseId releaseId,
        IndicatorId indicator,
        List<Schedule> schedules,
        List<ObservedForecast> forecasts,
        @Nullable Instant releasedAt,
        Map<Long, Instant> cancelled) {

    public PlannedRelease {
        schedules = List.copyOf(schedules);
        forecasts = List.copyOf(forecasts);
        cancelled = Map.copyOf(cancelled);
    }

    /// Whether it was published by an instant.
    public boolean isReleased(Instant asOf) {
        return releasedAt != null && !releasedAt.isAfter(asOf);
    }

    /// The schedule in force at an instant; empty where none was known yet.
    public Optional<Schedule> scheduleAt(Instant asOf) {
        return schedules.stream()
                .filter(schedule -> isKnown(schedule.capturedAt(), schedule, asOf))
                .findFirst();
    }

    /// Whether the schedule in force at an instant had been called off by then.
    public boolean isCancelled(Instant asOf) {
        return scheduleAt(asOf)
                .map(schedule -> cancelled.get(schedule.statement()))
                .filter(since -> !since.isAfter(asOf))
                .isPresent();
    }

    /// Every schedule, each with the instant until which it is in force: a schedule that comes before it in
    /// the order replaces it when it is captured; the release and a cancellation end it.
    public List<ScheduledRelease> captures() {
        return IntStream.range(0, schedules.size()).mapToObj(this::capture).toList();
    }

    private ScheduledRelease capture(int index) {
        Schedule schedule = schedules.get(index);
        Stream<Instant> replaced =
                schedules.subList(0, index).stream().map(Schedule::capturedAt).flatMap(Stream::ofNullable);
        Stream<Instant> ended =
                Stream.concat(Stream.ofNullable(releasedAt), Stream.ofNullable(cancelled.get(schedule.statement())));
        Instant until =
                Stream.concat(replaced, ended).min(Comparator.naturalOrder()).orElse(null);
        return new ScheduledRelease(
                releaseId, indicator, schedule.scheduledAt(), schedule.capturedAt(), schedule.source(), until);
    }

    /// The forecast in force at an instant, by the ladder; empty where none was known yet.
    public Optional<ObservedForecast> forecastAt(Instant asOf, Schedule schedule) {
        return ForecastLadder.best(forecastsAt(asOf, schedule));
    }

    /// Every forecast known at an instant, of all sources and captures.
    public List<ObservedForecast> forecastsAt(Instant asOf, Schedule schedule) {
        return forecasts.stream()
                .filter(forecast -> isKnown(forecast.capturedAt(), schedule, asOf))
                .toList();
    }

    private static boolean isKnown(@Nullable Instant capturedAt, Schedule schedule, Instant asOf) {
        Instant from = capturedAt == null ? schedule.scheduledAt() : capturedAt.truncatedTo(ChronoUnit.SECONDS);
        return !from.isAfter(asOf);
    }
}
