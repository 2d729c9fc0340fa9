package org.macroedge.server.sources.series;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a source had about a period from one day to another.
///
/// @param period its first day
/// @param value in the source's unit; null where it had none then
/// @param from the first day
/// @param to the last day
/// @param since when on the first day it came; null where the source does not tell
public record DatedFigure(
        LocalDate period,
        @Nullable BigDecimal value,
        LocalDate from,
        LocalDate to,
        @Nullable Instant since) {

    /// Of a source that dates its figures by days.
    public DatedFigure(LocalDate period, @Nullable BigDecimal value, LocalDate from, LocalDate to) {
        this(period, value, from, to, null);
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    boolean hasSameValue(DatedFigure other) {
        return value == null ? other.value == null : other.value != null && value.compareTo(other.value) == 0;
    }
}
