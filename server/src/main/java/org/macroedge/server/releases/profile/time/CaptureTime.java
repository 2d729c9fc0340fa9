package org.macroedge.server.releases.profile.time;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// When the schedules and forecasts of a calendar were captured, as a column or the file's name says it.
///
/// @param fromFileName whether the name of the file says it for all rows; else a column for each
/// @param zone of a time without an offset
public record CaptureTime(boolean fromFileName, DateTimeFormatter pattern, ClockZone zone) {

    /// @param pattern with date and clock time, in the syntax of [DateTimeFormatter]
    public static CaptureTime of(boolean fromFileName, String pattern, ClockZone zone) {
        return new CaptureTime(fromFileName, InstantPattern.strict(pattern, Locale.ENGLISH), zone);
    }

    /// The instant of a text; empty where it has another form, or in an hour that clocks skip. In an hour that
    /// they repeat, the later one, so that nothing counts too early.
    public Optional<Instant> read(String text) {
        try {
            return instant(pattern.parse(text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /// The instant that stands anywhere in a file's name; empty where none does.
    public Optional<Instant> readWithin(String fileName) {
        for (int start = 0; start < fileName.length(); start++) {
            try {
                return instant(pattern.parse(fileName, new ParsePosition(start)));
            } catch (DateTimeException notHere) {
                continue;
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> instant(TemporalAccessor parsed) {
        LocalDateTime local = LocalDateTime.from(parsed);
        ZoneId own = parsed.query(TemporalQueries.zone());
        if (own != null) {
            return Optional.of(local.atZone(own).toInstant());
        }
        List<Instant> possible = zone.instants(local);
        return possible.isEmpty() ? Optional.empty() : Optional.of(possible.getLast());
    }
}
