package org.macroedge.server.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.cli.usage.CommandMessage;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;
import org.macroedge.server.platform.time.Instants;

/// A part of the calendar.
///
/// @param from inclusive; null for the default of the calendar
/// @param to inclusive; null for the default of the calendar
record CalendarSpan(@Nullable Instant from, @Nullable Instant to) {

    /// The span of a day in a zone.
    ///
    /// @param day `today`, `yesterday`, `tomorrow` or a date
    /// @param asOf gives the instant whose day is today
    /// @throws MacroEdgeException with `invalid-request` where the text is no day
    static CalendarSpan of(String day, ZoneId zone, Supplier<Instant> asOf) {
        return switch (day.toLowerCase(Locale.ROOT)) {
            case "today" -> of(asOf.get().atZone(zone).toLocalDate(), zone);
            case "yesterday" -> of(asOf.get().atZone(zone).toLocalDate().minusDays(1), zone);
            case "tomorrow" -> of(asOf.get().atZone(zone).toLocalDate().plusDays(1), zone);
            default -> of(date(day), zone);
        };
    }

    private static LocalDate date(String day) {
        if (Instants.isDate(day)) {
            try {
                return LocalDate.parse(day);
            } catch (DateTimeException noSuchDay) {
                throw CommandMessage.NOT_A_DAY.exception(ShownText.of(day));
            }
        }
        throw CommandMessage.NOT_A_DAY.exception(ShownText.of(day));
    }

    private static CalendarSpan of(LocalDate day, ZoneId zone) {
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        return new CalendarSpan(day.atStartOfDay(zone).toInstant(), end.minus(Duration.of(1, ChronoUnit.MICROS)));
    }
}
