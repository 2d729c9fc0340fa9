package org.macroedge.server.releases.calendar;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;

/// A row of a calendar under an indicator, in the indicator's unit.
///
/// @param at when it became known or is to be known, in whole seconds
/// @param localDate the stated date in the release zone where `at` comes from the catalogue, else null
/// @param dateOnly whether the row has a date and no clock time
/// @param period first day of the reference period that the row declares; null where it declares none
/// @param spilled whether the row was moved from the end of the year before, so that it gives way to the same
/// row there
public record CalendarRow(
        String file,
        long line,
        Indicator indicator,
        Instant at,
        @Nullable LocalDate localDate,
        boolean dateOnly,
        @Nullable LocalDate period,
        @Nullable BigDecimal actual,
        @Nullable BigDecimal forecast,
        @Nullable BigDecimal previous,
        @Nullable String eventId,
        boolean spilled) {

    /// Whether the row says any number.
    public boolean hasNumbers() {
        return actual != null || forecast != null || previous != null;
    }
}
