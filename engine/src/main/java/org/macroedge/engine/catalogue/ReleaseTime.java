package org.macroedge.engine.catalogue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// The time of day at which an indicator is published, on the local dates from `from` to `to`, both included; null is
/// open.
///
/// @param time null where the publisher has no fixed time: such a release counts as known at the end of its date
public record ReleaseTime(
        ZoneId zone,
        @Nullable LocalTime time,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public ReleaseTime {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("release time to " + to + " is before from " + from);
        }
    }

    /// Whether this release time applies on a local date.
    public boolean covers(LocalDate date) {
        return (from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to));
    }
}
