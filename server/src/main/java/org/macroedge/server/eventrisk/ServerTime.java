package org.macroedge.server.eventrisk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.platform.error.MacroEdgeException;

/// The clock of a trading server, as MetaTrader writes it.
///
/// @param ahead of the zone
public record ServerTime(ZoneId zone, Duration ahead) {

    /// The form of a time: an offset from UTC, Athens's time, or New York's plus seven hours.
    public static final String FORM = "^(?:new-york\\+7|Europe/Athens|[+-](?:0[0-9]|1[0-3]):[0-5][0-9])$";

    /// What is accepted, in words.
    public static final String WORDS =
            "an offset from UTC like +02:00, Europe/Athens or New York's time plus seven hours";

    /// Many trading servers have it: their day ends with the trading day of New York, in summer and winter.
    private static final String NEW_YORK_CLOSE = "new-york+7";

    private static final Pattern TIME = Pattern.compile(FORM);
    private static final Duration FROM_NEW_YORK = Duration.ofHours(7);
    private static final DateTimeFormatter METATRADER = DateTimeFormatter.ofPattern("uuuu.MM.dd HH:mm:ss", Locale.ROOT);

    /// @param name of the parameter or option that has the text
    /// @throws MacroEdgeException with `invalid-request` where it has another form
    public static ServerTime of(String name, String text) {
        if (!TIME.matcher(text).matches()) {
            throw InvalidValue.of(name, text, WORDS, NEW_YORK_CLOSE);
        }
        return text.equals(NEW_YORK_CLOSE)
                ? new ServerTime(ZoneId.of("America/New_York"), FROM_NEW_YORK)
                : new ServerTime(ZoneId.of(text), Duration.ZERO);
    }

    /// An instant on this clock, such as `2021.09.03 15:00:00`.
    public String text(Instant instant) {
        return METATRADER.format(instant.atZone(zone).toLocalDateTime().plus(ahead));
    }
}
