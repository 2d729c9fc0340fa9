package org.macroedge.engine.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How often a body decides while a calendar of meetings holds: the Reserve Bank of Australia met eleven times a year
/// until 2023, and meets eight times since.
///
/// @param perYear above 0
/// @param from the first date, in the release zone; null without a start
/// @param to the last date; null without an end
public record Meetings(
        int perYear, @Nullable LocalDate from, @Nullable LocalDate to) {

    public Meetings {
        if (perYear <= 0) {
            throw new IllegalArgumentException("meetings " + perYear + " is not above 0");
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("meetings to " + to + " is before from " + from);
        }
    }

    /// Whether they hold on a local date.
    public boolean covers(LocalDate date) {
        return (from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to));
    }
}
