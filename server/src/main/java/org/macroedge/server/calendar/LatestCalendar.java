package org.macroedge.server.calendar;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.surprises.LatestSurprises;
import org.macroedge.server.surprises.Surprises;

/// The answers about the calendar, as known at a record time. Thread-safe.
public final class LatestCalendar {

    private final LatestSurprises surprises;
    private final Clock clock;

    LatestCalendar(LatestSurprises surprises, Clock clock) {
        this.surprises = surprises;
        this.clock = clock;
    }

    /// The answers by the catalogue in force at a record time.
    ///
    /// @param recordedAt null for the latest
    public CalendarAnswers at(@Nullable Instant recordedAt) {
        return of(surprises.at(recordedAt));
    }

    /// The answers from surprises that are already known.
    public CalendarAnswers of(Surprises known) {
        return new CalendarAnswers(known, clock);
    }
}
