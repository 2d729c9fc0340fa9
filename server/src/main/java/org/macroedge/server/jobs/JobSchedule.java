package org.macroedge.server.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Clock times of every day in a zone. Each happens once a day: one that clocks skip happens as much later as they are
/// put forward, and one that they repeat happens the first time.
public record JobSchedule(ZoneId zone, List<LocalTime> times) implements JobTiming {

    public JobSchedule {
        times = times.stream().distinct().sorted().toList();
        if (times.isEmpty()) {
            throw new IllegalArgumentException("a schedule needs a time");
        }
    }

    /// The first instant of the schedule after another one.
    @Override
    public Instant next(Instant after) {
        return around(after)
                .filter(instant -> instant.isAfter(after))
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /// The last instant of the schedule that is not after another one.
    public Instant last(Instant now) {
        return around(now)
                .filter(instant -> !instant.isAfter(now))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /// The instants of the days about an instant: a zone may skip a day.
    private Stream<Instant> around(Instant instant) {
        LocalDate date = LocalDate.ofInstant(instant, zone);
        return IntStream.rangeClosed(-2, 2)
                .mapToObj(date::plusDays)
                .flatMap(day ->
                        times.stream().map(time -> day.atTime(time).atZone(zone).toInstant()));
    }

    @Override
    public @Nullable Duration review() {
        return null;
    }

    @Override
    public String text() {
        return times.stream().map(LocalTime::toString).collect(Collectors.joining(" and ")) + " "
                + (zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId());
    }
}
