package org.macroedge.server.releases.profile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Coded;

/// Numbers as calendars write them, in base units: `235K` is 235000, `<0.25%` is 0.25 where bounds are stripped,
/// `3.45|2.1` the part that the profile names. What a profile does not declare is not a number, and neither is a
/// text that lost a digit or a mark: `0.%`, `05`.
///
/// @param missing texts that say there is no value; the empty text always does
/// @param missingNumbers numbers that say so, however they are written
/// @param marks the decimal and the grouping mark
/// @param prefixes texts before a number that do not count
/// @param suffixes the power of ten that each suffix multiplies by, in upper case
/// @param flags texts before or after a number that do not count
/// @param parentheses whether a number in parentheses is negative
/// @param ranges which end of a range counts
/// @param bounds whether `<` and `>` before a number are left out
/// @param part which part of a compound value counts, from 0; [#NO_PARTS] where there are none
/// @param multipliers the power of ten that each text of the column `multiplier` stands for
/// @param scale the power of ten by which all numbers are written too large
public record CalendarValues(
        Set<String> missing,
        Set<BigDecimal> missingNumbers,
        NumberMarks marks,
        List<String> prefixes,
        Map<String, Integer> suffixes,
        List<String> flags,
        boolean parentheses,
        RangeEnd ranges,
        boolean bounds,
        int part,
        Map<String, Integer> multipliers,
        int scale) {

    /// Compound values are not numbers.
    public static final int NO_PARTS = -1;

    private static final Pattern NUMBER = Pattern.compile(
            "(?<number>(?:0|[1-9]\\d*|[1-9]\\d{0,2}(?:,\\d{3})+)(?:\\.\\d+)?|\\.\\d+)\\s*(?<suffix>[^\\d\\s.,?][^\\d]*)?");
    private static final Pattern BOUND = Pattern.compile("[<>\u2264\u2265]\\s*");
    private static final Pattern RANGE = Pattern.compile("\\s*(?:-|\u2013|\u2014|\\bto\\b)\\s*");
    private static final Pattern PARENTHESES = Pattern.compile("\\(([^()]*)\\)([^()]*)");
    private static final int LONGEST = 60;

    /// Which end of a range counts.
    public enum RangeEnd implements Coded {
        /// A range is not a number.
        REFUSE,
        LOWER,
        UPPER,
        MIDDLE
    }

    /// Whether a cell holds no value.
    public boolean isMissing(String text) {
        String counted = part(text);
        return counted.isEmpty()
                || missing.contains(text)
                || missing.contains(counted)
                || (!missingNumbers.isEmpty() && isMissingNumber(counted));
    }

    private boolean isMissingNumber(String text) {
        CellNumber number = text.length() > LONGEST ? null : single(text);
        return number != null && missingNumbers.stream().anyMatch(sentinel -> sentinel.compareTo(number.value()) == 0);
    }

    /// The number of a text; empty where it is missing or not a number.
    ///
    /// @param unit of a number without a suffix of its own
    Optional<CellNumber> number(String text, NumberUnit unit) {
        if (text.length() > LONGEST || isMissing(text)) {
            return Optional.empty();
        }
        String counted = part(text);
        CellNumber read = value(counted);
        read = read == null ? value(withoutFlags(counted)) : read;
        if (read == null) {
            return Optional.empty();
        }
        BigDecimal value = read.value().scaleByPowerOfTen(read.suffix().isEmpty() ? unit.power() : 0);
        return Optional.of(new CellNumber(scale == 0 ? value : unscaled(value), read.suffix(), read.power()));
    }

    /// A number that counts something: without a suffix, and the same whatever the unit and the scale of the
    /// figures. Empty where it is missing or no such number.
    Optional<BigDecimal> count(String text) {
        CellNumber number = text.length() > LONGEST || isMissing(text) ? null : single(part(text));
        return Optional.ofNullable(number)
                .filter(read -> read.suffix().isEmpty())
                .map(CellNumber::value);
    }

    /// The power of ten that a row's multiplier stands for: none where it has no multiplier; null where the profile
    /// does not declare it.
    @Nullable
    Integer multiplier(String text) {
        return text.isEmpty() ? Integer.valueOf(0) : multipliers.get(text.toUpperCase(Locale.ROOT));
    }

    private BigDecimal unscaled(BigDecimal value) {
        BigDecimal unscaled = value.scaleByPowerOfTen(-scale).stripTrailingZeros();
        return unscaled.scale() < 0 ? unscaled.setScale(0) : unscaled;
    }

    /// The part of a compound value that counts; a lone value is its own only part.
    private String part(String text) {
        if (part == NO_PARTS || text.indexOf('|') < 0) {
            return text;
        }
        String[] parts = text.split("\\|", -1);
        return parts[Math.min(part, parts.length - 1)].strip();
    }

    private String withoutFlags(String text) {
        for (String flag : flags) {
            if (text.endsWith(flag)) {
                return withoutFlags(
                        text.substring(0, text.length() - flag.length()).strip());
            }
            if (text.startsWith(flag)) {
                return withoutFlags(text.substring(flag.length()).strip());
            }
        }
        return text;
    }

    private @Nullable CellNumber value(String text) {
        CellNumber single = single(text);
        return single != null || ranges == RangeEnd.REFUSE ? single : range(text);
    }

    private @Nullable CellNumber range(String text) {
        Matcher separator = RANGE.matcher(text);
        while (separator.find()) {
            if (separator.start() == 0) {
                continue;
            }
            CellNumber upper = single(text.substring(separator.end()));
            CellNumber lower = single(text.substring(0, separator.start()));
            if (upper != null && lower != null) {
                return end(lower, upper);
            }
        }
        return null;
    }

    private CellNumber end(CellNumber first, CellNumber second) {
        // in 0.25-0.5%, the suffix belongs to both
        BigDecimal start = first.suffix().isEmpty() ? first.value().scaleByPowerOfTen(second.power()) : first.value();
        BigDecimal value = switch (ranges) {
            case REFUSE, LOWER -> start.min(second.value());
            case UPPER -> start.max(second.value());
            case MIDDLE -> start.add(second.value()).divide(BigDecimal.TWO);
        };
        return new CellNumber(value, second.suffix(), second.power());
    }

    /// A single number with its prefix, sign and suffix; null where the text is not one.
    private @Nullable CellNumber single(String text) {
        if (parentheses && text.startsWith("(")) {
            Matcher negative = PARENTHESES.matcher(text);
            CellNumber inner = negative.matches()
                    ? unsigned(withoutPrefix(negative.group(1).strip()) + negative.group(2))
                    : null;
            return inner == null ? null : negated(inner);
        }
        Matcher bound = BOUND.matcher(text);
        if (bound.lookingAt()) {
            return bounds ? signed(text.substring(bound.end())) : null;
        }
        return signed(text);
    }

    private @Nullable CellNumber signed(String text) {
        String bare = withoutPrefix(text);
        if (bare.isEmpty()) {
            return null;
        }
        // U+2212 is a minus sign
        boolean negative = bare.charAt(0) == '-' || bare.charAt(0) == '\u2212';
        boolean signed = negative || bare.charAt(0) == '+';
        boolean prefixed = bare.length() < text.length();
        String rest = signed ? bare.substring(1) : bare;
        CellNumber number = unsigned(prefixed ? rest : withoutPrefix(rest));
        return number == null || !negative ? number : negated(number);
    }

    private String withoutPrefix(String text) {
        for (String prefix : prefixes) {
            if (text.startsWith(prefix)) {
                return text.substring(prefix.length()).stripLeading();
            }
        }
        return text;
    }

    private static CellNumber negated(CellNumber number) {
        return new CellNumber(number.value().negate(), number.suffix(), number.power());
    }

    private @Nullable CellNumber unsigned(String text) {
        Matcher matcher = NUMBER.matcher(marks.plain(text));
        if (!matcher.matches()) {
            return null;
        }
        String written = matcher.group("suffix");
        String suffix = written == null ? "" : written.strip().toUpperCase(Locale.ROOT);
        Integer power = suffix.isEmpty() ? Integer.valueOf(0) : suffixes.get(suffix);
        return power == null
                ? null
                : new CellNumber(
                        new BigDecimal(matcher.group("number").replace(",", "")).scaleByPowerOfTen(power),
                        suffix,
                        power);
    }
}
