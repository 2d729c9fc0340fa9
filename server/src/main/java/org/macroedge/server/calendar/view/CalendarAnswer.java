package org.macroedge.server.calendar.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.macroedge.server.surprises.view.AnswerHeader;

/// The published, scheduled and expected releases of a period, as known at one instant.
///
/// @param from inclusive
/// @param to inclusive
/// @param unscheduled how many indicators of the selection have no schedule, captured by asOf, of a release
/// after it: their next releases are expected ones
/// @param completeness what was to be published in the 100 days before asOf, whatever the period, of the
/// selection
public record CalendarAnswer(
        @JsonUnwrapped AnswerHeader header,
        Instant from,
        Instant to,
        int unscheduled,
        CompletenessSummary completeness,
        List<CalendarItem> items) {}
