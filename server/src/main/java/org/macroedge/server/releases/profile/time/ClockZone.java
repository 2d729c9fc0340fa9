package org.macroedge.server.releases.profile.time;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The zone of a calendar's clock times. Some calendars show the clock of a zone plus a fixed number of hours,
/// so that it changes with that zone's daylight saving.
///
/// @param ahead how far the calendar's clock is ahead of the zone's; negative where it is behind
public record ClockZone(ZoneId zone, Duration ahead) {

    public static final ClockZone UTC = new ClockZone(ZoneOffset.UTC, Duration.ZERO);

    private static final Pattern SHIFTED = Pattern.compile("(.+?)\\s*([+-])\\s*([0-9]{1,2})(?::([0-9]{2}))?\\s*h");

    /// Reads `America/New_York`, `+08:00` or `America/New_York + 4 h`.
    ///
    /// @throws DateTimeException where it is none of these
    public static ClockZone parse(String text) {
        Matcher shifted = SHIFTED.matcher(text);
        if (!shifted.matches()) {
            return new ClockZone(ZoneId.of(text), Duration.ZERO);
        }
        int minutes = shifted.group(4) == null ? 0 : Integer.parseInt(shifted.group(4));
        Duration ahead = Duration.ofHours(Integer.parseInt(shifted.group(3))).plusMinutes(minutes);
        return new ClockZone(ZoneId.of(shifted.group(1)), shifted.group(2).equals("-") ? ahead.negated() : ahead);
    }

    /// The instants of a date and clock time, in ascending order: none in the hour that clocks skip, two in the
    /// hour that they repeat.
    List<Instant> instants(LocalDateTime shown) {
        LocalDateTime local = ahead.isZero() ? shown : shown.minus(ahead);
        return zone.getRules().getValidOffsets(local).stream()
                .map(local::toInstant)
                .sorted()
                .toList();
    }

    /// The first instant of a date.
    Instant start(LocalDate date) {
        return date.atStartOfDay().minus(ahead).atZone(zone).toInstant();
    }

    /// The first instant after a date.
    Instant end(LocalDate date) {
        return start(date.plusDays(1));
    }

    @Override
    public String toString() {
        String minutes =
                ahead.toMinutesPart() == 0 ? "" : String.format(Locale.ROOT, ":%02d", Math.abs(ahead.toMinutesPart()));
        return ahead.isZero()
                ? zone.getId()
                : zone.getId() + (ahead.isNegative() ? " - " : " + ") + Math.abs(ahead.toHours()) + minutes + " h";
    }
}
