package org.macroedge.server.fuzz;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates and clock times of a form with named groups `y`, `m`, `d` and, where there is a clock time, `h`, `n`, `s`, `o`
/// (an offset). What has another form, or does not exist, has no time.
///
/// @param zone of texts without an offset
record StrictTimes(Pattern form, ZoneId zone) {

    /// What a text can mean: instants, of which there are two in an hour that clocks repeat, or a date.
    Set<String> read(String text) {
        Matcher parts = form.matcher(text);
        if (!parts.matches()) {
            return Set.of();
        }
        try {
            LocalDate date = LocalDate.of(number(parts, "y"), number(parts, "m"), number(parts, "d"));
            if (!has(parts, "h")) {
                return Set.of(date.toString());
            }
            LocalDateTime local =
                    date.atTime(number(parts, "h"), number(parts, "n"), has(parts, "s") ? number(parts, "s") : 0);
            return instants(local, has(parts, "o") ? parts.group("o") : "");
        } catch (DateTimeException impossible) {
            return Set.of();
        }
    }

    private Set<String> instants(LocalDateTime local, String offset) {
        Set<String> instants = new TreeSet<>();
        if (!offset.isEmpty()) {
            instants.add(instant(OffsetDateTime.of(local, ZoneOffset.of(offset.toUpperCase(Locale.ROOT)))
                    .toInstant()));
        } else {
            zone.getRules()
                    .getValidOffsets(local)
                    .forEach(possible -> instants.add(instant(local.toInstant(possible))));
        }
        return instants;
    }

    private static String instant(Instant instant) {
        return instant.toString();
    }

    private boolean has(Matcher parts, String group) {
        return form.namedGroups().containsKey(group) && parts.group(group) != null;
    }

    private static int number(Matcher parts, String group) {
        return Integer.parseInt(parts.group(group));
    }
}
