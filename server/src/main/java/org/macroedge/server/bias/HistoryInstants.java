package org.macroedge.server.bias;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.server.platform.error.InvalidValue;

/// The instants of a history: the daily close, 22:00 UTC from Monday to Friday, or every release instant.
final class HistoryInstants {

    private static final LocalTime CLOSE = LocalTime.of(22, 0);

    private HistoryInstants() {}

    /// @param at `close` or `release`
    /// @param from included
    /// @param to included
    /// @return ascending, each once
    static List<Instant> of(String at, Instant from, Instant to, List<ObservedRelease> releases) {
        return switch (at) {
            case "close" -> closes(from, to);
            case "release" ->
                releases.stream()
                        .map(ObservedRelease::releasedAt)
                        .filter(instant -> !instant.isBefore(from) && !instant.isAfter(to))
                        .distinct()
                        .toList();
            default -> throw InvalidValue.of("at", at, List.of("close", "release"));
        };
    }

    /// Every daily close between two instants, both included.
    static List<Instant> closes(Instant from, Instant to) {
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
    static boolean isClose(Instant instant) {
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
