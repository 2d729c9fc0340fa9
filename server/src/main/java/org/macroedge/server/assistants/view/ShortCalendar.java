package org.macroedge.server.assistants.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.macroedge.server.calendar.view.CalendarAnswer;
import org.macroedge.server.calendar.view.CalendarItem;
import org.macroedge.server.surprises.view.AnswerHeader;

/// The releases of a period, the first ones where they are many.
///
/// @param from inclusive
/// @param to inclusive
/// @param items ascending by instant
/// @param omitted how many later ones of the period are left out
public record ShortCalendar(
        @JsonUnwrapped AnswerHeader header, Instant from, Instant to, List<CalendarItem> items, int omitted) {

    /// @param most how many releases are kept
    public static ShortCalendar of(CalendarAnswer whole, int most) {
        int kept = Math.min(most, whole.items().size());
        return new ShortCalendar(
                whole.header(),
                whole.from(),
                whole.to(),
                List.copyOf(whole.items().subList(0, kept)),
                whole.items().size() - kept);
    }
}
