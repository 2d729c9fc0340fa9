package org.macroedge.server.releases.profile;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers as calendars write them, in base units: `235K` is 235000, `<0.25%` is 0.25 where bounds are stripped,
/// `3.45|2.1` the part that the profile names. What a profile does not declare is not a number.
///
/// @param missing texts that say there is no value; the empty text always does
/// @param decimal the decimal mark
/// @param grouping the mark between thousands: it stands before each three digits or nowhere, so that `1,5` is
/// never 15
/// @param suffixes the power of ten that each suffix multiplies by, in upper case
/// @param bounds whether `<` and `>` before a number are left out
/// @param part which part of a compound value counts, from 0; [#NO_PARTS] where there are none
public record CalendarValues(
        Set<String> missing, char decimal, char grouping, Map<String, Integer> suffixes, boolean bounds, int part) {

    /// Compound values are not numbers.
    public static final int NO_PARTS = -1;

    private static final Pattern NUMBER = Pattern.compile(
            "(?<bound>[<>]\\s*)?(?<number>[-+]?(?:(?:\\d+|\\d{1,3}(?:,\\d{3})+)(?:\\.\\d*)?|\\.\\d+))\\s*"
                    + "(?<suffix>\\p{L}*%?)");
    private static final int LONGEST = 40;

    /// Whether a cell holds no value.
    public boolean isMissing(String text) {
        return text.isEmpty() || missing.contains(text);
    }

    /// The number of a text; empty where it is missing or not a number.
    ///
    /// @param unit of a number without a suffix of its own
    public Optional<BigDecimal> number(String text, NumberUnit unit) {
        if (isMissing(text) || text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher matcher = NUMBER.matcher(plain(part(text)));
        if (!matcher.matches() || (matcher.group("bound") != null && !bounds)) {
            return Optional.empty();
        }
        String suffix = matcher.group("suffix").toUpperCase(Locale.ROOT);
        Integer power = suffix.isEmpty() ? Integer.valueOf(unit.power()) : suffixes.get(suffix);
        return power == null
                ? Optional.empty()
                : Optional.of(new BigDecimal(matcher.group("number").replace(",", "")).scaleByPowerOfTen(power));
    }

    private String part(String text) {
        if (part == NO_PARTS) {
            return text;
        }
        String[] parts = text.split("\\|", -1);
        return parts[Math.min(part, parts.length - 1)].strip();
    }

    /// The text with a comma for each grouping mark and a point for the decimal mark.
    private String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.chars().forEach(letter -> plain.append((char) plain(letter)));
        return plain.toString();
    }

    private int plain(int letter) {
        if (letter == decimal) {
            return '.';
        }
        if (letter == grouping) {
            return ',';
        }
        // a comma or point that is neither mark makes the text unreadable; U+2212 is a minus sign
        return switch (letter) {
            case '.', ',' -> '?';
            case '\u2212' -> '-';
            default -> letter;
        };
    }
}
