package org.macroedge.server.releases.profile.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;

/// The date and clock time that a row states.
///
/// @param clock null where it states none
/// @param zone of date and clock time; null only for a row without a clock time in a layout where each row names
/// its zone, and for one whose date is as the publisher writes it
public record StatedTime(
        LocalDate date, @Nullable LocalTime clock, @Nullable ClockZone zone) {

    public StatedTime {
        if (clock != null && zone == null) {
            throw new IllegalArgumentException("the clock time " + clock + " has no zone");
        }
    }

    /// The same without a clock time.
    StatedTime withoutClock() {
        return new StatedTime(date, null, zone);
    }

    /// The same day and clock time a year later.
    public StatedTime nextYear() {
        return new StatedTime(date.plusYears(1), clock, zone);
    }

    /// Whether the clock time is 00:00.
    boolean isMidnight() {
        return LocalTime.MIDNIGHT.equals(clock);
    }

    /// The instants that the clock time can mean, in ascending order; none without a clock time, and in an hour
    /// that clocks skip.
    List<Instant> instants() {
        return clock == null || zone == null ? List.of() : zone.instants(date.atTime(clock));
    }

    /// The instant of the clock time, in whole seconds: in an hour that clocks repeat, the later one, unless the
    /// earlier one is the catalogue's release time.
    ///
    /// @return null without a clock time
    @Nullable
    Instant instant(Indicator indicator) {
        List<Instant> possible = instants();
        if (possible.isEmpty()) {
            return null;
        }
        Instant earlier = seconds(possible.getFirst());
        return possible.size() > 1 && !ReleaseClock.isOnTime(indicator, earlier)
                ? seconds(possible.getLast())
                : earlier;
    }

    private static Instant seconds(Instant instant) {
        return Instant.ofEpochSecond(instant.getEpochSecond());
    }
}
