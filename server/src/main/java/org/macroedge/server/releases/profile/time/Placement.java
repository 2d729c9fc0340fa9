package org.macroedge.server.releases.profile.time;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;

/// When a row became known or is due.
///
/// @param localDate the date in the release zone where the catalogue's release time decides the instant; else
/// null
/// @param dateOnly whether the row states a date and no clock time
/// @param shifted the hours by which the row's clock time was moved; 0 for none
public record Placement(Instant instant, @Nullable LocalDate localDate, boolean dateOnly, int shifted) {

    /// The placement of a row without a clock time: at the catalogue's release time that falls within its day in
    /// the calendar's zone; without one, at the later of that day's end there and in the release zone.
    static Placement of(Indicator indicator, LocalDate date, @Nullable ClockZone zone) {
        if (zone == null) {
            return new Placement(indicator.knownAt(date), date, true, 0);
        }
        LocalDate released = ReleaseClock.dateWithin(indicator, date, zone).orElse(null);
        if (released != null) {
            return new Placement(indicator.knownAt(released), released, true, 0);
        }
        Instant end = zone.end(date);
        Instant endOfRelease = indicator.knownAt(date);
        return end.isAfter(endOfRelease)
                ? new Placement(end, null, true, 0)
                : new Placement(endOfRelease, date, true, 0);
    }
}
