package org.macroedge.server.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
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
        LocalDate date = LocalDate.ofInstant(after, zone);
        return Stream.of(date.minusDays(1), date, date.plusDays(1), date.plusDays(2))
                .flatMap(day ->
                        times.stream().map(time -> day.atTime(time).atZone(zone).toInstant()))
                .filter(instant -> instant.isAfter(after))
                .min(Instant::compareTo)
                .orElseThrow();
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
