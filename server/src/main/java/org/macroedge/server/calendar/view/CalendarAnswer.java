package org.macroedge.server.calendar.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.macroedge.server.surprises.view.AnswerHeader;

/// The releases and the scheduled releases of a period, as known at one instant.
///
/// @param from inclusive
/// @param to inclusive
public record CalendarAnswer(@JsonUnwrapped AnswerHeader header, Instant from, Instant to, List<CalendarItem> items) {}
