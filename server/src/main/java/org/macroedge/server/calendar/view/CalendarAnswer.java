package org.macroedge.server.calendar.view;

import java.time.Instant;
import java.util.List;

/// What was released and what is scheduled in a span, as known at one instant.
public record CalendarAnswer(
        Instant asOf, boolean stale, boolean sampleOnly, Instant from, Instant to, List<CalendarItem> items) {}
