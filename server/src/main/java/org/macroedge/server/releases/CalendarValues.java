package org.macroedge.server.releases;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers as calendars write them, in base units: `235K` is 235000, `<0.25%` is 0.25, `3.45|2.1` is its first
/// part.
final class CalendarValues {

    private static final Pattern NUMBER = Pattern.compile("[<>]?([-+]?\\d[\\d,]*(?:\\.\\d+)?|[-+]?\\.\\d+)([^\\d.,]?)");

    private final Map<String, Integer> suffixes;

    CalendarValues(Map<String, Integer> suffixes) {
        this.suffixes = suffixes;
    }

    /// The number of a text; empty where it is not one.
    Optional<BigDecimal> number(String text) {
        int bar = text.indexOf('|');
        Matcher matcher = NUMBER.matcher((bar < 0 ? text : text.substring(0, bar)).strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String suffix = matcher.group(2).toUpperCase(Locale.ROOT);
        Integer power = suffix.isEmpty() ? Integer.valueOf(0) : suffixes.get(suffix);
        return power == null
                ? Optional.empty()
                : Optional.of(new BigDecimal(matcher.group(1).replace(",", "")).scaleByPowerOfTen(power));
    }
}
