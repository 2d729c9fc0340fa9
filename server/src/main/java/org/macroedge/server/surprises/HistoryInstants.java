package org.macroedge.server.surprises;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.macroedge.engine.release.ObservedRelease;

/// The instants of a history.
public final class HistoryInstants {

    private static final LocalTime CLOSE = LocalTime.of(22, 0);

    private HistoryInstants() {}

    /// None is before the first release, before which nothing was known.
    ///
    /// @param from inclusive
    /// @param to inclusive
    /// @param releases ascending
    /// @return ascending, without duplicates
    public static List<Instant> of(HistoryGrid grid, Instant from, Instant to, List<ObservedRelease> releases) {
        if (releases.isEmpty()) {
            return List.of();
        }
        Instant first = releases.getFirst().releasedAt();
        return switch (grid) {
            case CLOSE -> closes(from.isBefore(first) ? first : from, to);
            case RELEASE ->
                releases.stream()
                        .map(ObservedRelease::releasedAt)
                        .filter(instant -> !instant.isBefore(from) && !instant.isAfter(to))
                        .distinct()
                        .toList();
        };
    }

    /// Every daily close between two instants, both inclusive.
    public static List<Instant> closes(Instant from, Instant to) {
        List<Instant> closes = new ArrayList<>();
        LocalDate date = from.atOffset(ZoneOffset.UTC).toLocalDate();
        for (Instant close = close(date); !close.isAfter(to); close = close(date)) {
            if (isWeekday(date) && !close.isBefore(from)) {
                closes.add(close);
            }
            date = date.plusDays(1);
        }
        return closes;
    }

    /// Whether an instant is a daily close.
    public static boolean isClose(Instant instant) {
        LocalDate date = instant.atOffset(ZoneOffset.UTC).toLocalDate();
        return isWeekday(date) && instant.equals(close(date));
    }

    private static boolean isWeekday(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static Instant close(LocalDate date) {
        return date.atTime(CLOSE).toInstant(ZoneOffset.UTC);
    }
}
