package org.macroedge.server.calendar;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.error.InvalidValue;

/// Which releases an answer contains.
///
/// @param from inclusive
/// @param to inclusive
/// @param region null for all
/// @param importance the least importance, 1 to 3
record CalendarSelection(Instant from, Instant to, @Nullable Region region, int importance) {

    private static final int MOST_IMPORTANT = 3;

    CalendarSelection {
        if (importance < 1 || importance > MOST_IMPORTANT) {
            throw InvalidValue.of("importance", importance, List.of("1", "2", "3"));
        }
    }

    boolean contains(Indicator indicator) {
        return indicator.importance() >= importance && (region == null || region == indicator.region());
    }

    boolean contains(Instant instant) {
        return !instant.isBefore(from) && !instant.isAfter(to);
    }
}
