package org.macroedge.benchmarks;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.macroedge.engine.surprise.StandardisedSurprise;

/// The instants of a full history.
final class Instants {

    private static final LocalTime CLOSE = LocalTime.of(22, 0);

    private Instants() {}

    /// Every release instant, and 22:00 UTC of every weekday in the years that have one; ascending, each once.
    static long[] releasesAndCloses(Collection<List<StandardisedSurprise>> surprises) {
        TreeSet<Long> seconds = new TreeSet<>();
        surprises.forEach(series ->
                series.forEach(one -> seconds.add(one.release().releasedAt().getEpochSecond())));
        if (seconds.isEmpty()) {
            return new long[0];
        }
        closes(year(seconds.first()), year(seconds.last())).forEach(seconds::add);
        return seconds.stream().mapToLong(Long::longValue).toArray();
    }

    private static int year(long second) {
        return Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC).getYear();
    }

    private static LongStream closes(int firstYear, int lastYear) {
        return LocalDate.of(firstYear, 1, 1)
                .datesUntil(LocalDate.of(lastYear + 1, 1, 1))
                .filter(date -> date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY)
                .mapToLong(date -> date.atTime(CLOSE).toEpochSecond(ZoneOffset.UTC));
    }
}
