package org.macroedge.server.eventrisk;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.calendar.LatestCalendar;
import org.macroedge.server.surprises.LatestSurprises;
import org.macroedge.server.surprises.Surprises;

/// The answers about event risk, as known at a record time. Thread-safe.
public final class LatestEventRisk {

    private final LatestSurprises surprises;
    private final LatestCalendar calendar;
    private final Clock clock;

    LatestEventRisk(LatestSurprises surprises, LatestCalendar calendar, Clock clock) {
        this.surprises = surprises;
        this.calendar = calendar;
        this.clock = clock;
    }

    /// The answers by the catalogue in force at a record time.
    ///
    /// @param recordedAt null for the latest
    public EventRiskAnswers at(@Nullable Instant recordedAt) {
        Surprises known = surprises.at(recordedAt);
        return new EventRiskAnswers(known, calendar.of(known), clock);
    }
}
