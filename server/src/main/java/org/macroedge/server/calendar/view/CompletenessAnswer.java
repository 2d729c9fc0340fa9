package org.macroedge.server.calendar.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.macroedge.server.surprises.view.AnswerHeader;

/// What was to be published in the last 100 days, and what of it has no figure.
///
/// @param items the releases without a figure that stands, ascending by time: due, late, missing, cancelled or
/// withdrawn
public record CompletenessAnswer(
        @JsonUnwrapped AnswerHeader header, CompletenessSummary completeness, List<CalendarItem> items) {}
