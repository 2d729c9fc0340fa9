package org.macroedge.server.releases.calendar;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers as calendars write them, in base units: `235K` is 235000, `<0.25%` is 0.25, `3.45|2.1` is the part
/// that the
/// profile names.
///
/// @param missing texts that say there is no value; the empty text always does
/// @param decimal the decimal mark
/// @param grouping the mark between thousands
/// @param suffixes the power of ten that each suffix multiplies by, in upper case
/// @param part which part of a compound value counts, from 0
public record CalendarValues(
        Set<String> missing, char decimal, char grouping, Map<String, Integer> suffixes, int part) {

    private static final Pattern NUMBER =
            Pattern.compile("[<>]?\\s*([-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+))\\s*(\\p{L}*%?)");
    private static final int LONGEST = 40;

    /// Whether a cell holds no value.
    public boolean isMissing(String text) {
        return text.isEmpty() || missing.contains(text);
    }

    /// The number of a text; empty where it is missing or not a number.
    public Optional<BigDecimal> number(String text) {
        if (isMissing(text) || text.length() > LONGEST) {
            return Optional.empty();
        }
        String[] parts = text.split("\\|", -1);
        Matcher matcher = NUMBER.matcher(plain(parts[Math.min(part, parts.length - 1)].strip()));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String suffix = matcher.group(2).toUpperCase(Locale.ROOT);
        Integer power = suffix.isEmpty() ? Integer.valueOf(0) : suffixes.get(suffix);
        return power == null
                ? Optional.empty()
                : Optional.of(new BigDecimal(matcher.group(1)).scaleByPowerOfTen(power));
    }

    private String plain(String text) {
        return text.replace(String.valueOf(grouping), "").replace(decimal, '.').replace('\u2212', '-');
    }
}
