package org.macroedge.server.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.platform.time.Instants;

/// Which releases an answer contains.
///
/// @param from inclusive
/// @param to inclusive
/// @param region null for all
/// @param importance the least importance, 1 to 3
record CalendarSelection(Instant from, Instant to, @Nullable Region region, int importance) {

    private static final Duration WEEK = Duration.ofDays(7);

    CalendarSelection {
        Instants.checkPeriod(from, to);
        if (importance < 1 || importance > CalendarAnswers.MOST_IMPORTANT) {
            throw InvalidValue.of("importance", importance, List.of("1", "2", "3"));
        }
    }

    /// The selection of a period around an instant.
    ///
    /// @param from null for a week before asOf, or before an earlier end
    /// @param to null for a week after asOf, or after a later start
    static CalendarSelection around(
            Instant asOf, @Nullable Instant from, @Nullable Instant to, @Nullable Region region, int importance) {
        Instant start = from == null ? (to != null && to.isBefore(asOf) ? to : asOf).minus(WEEK) : from;
        Instant end = to == null ? (from != null && from.isAfter(asOf) ? from : asOf).plus(WEEK) : to;
        return new CalendarSelection(start, end, region, importance);
    }

    boolean contains(Indicator indicator) {
        return indicator.importance() >= importance && (region == null || region == indicator.region());
    }

    boolean contains(Instant instant) {
        return !instant.isBefore(from) && !instant.isAfter(to);
    }
}
