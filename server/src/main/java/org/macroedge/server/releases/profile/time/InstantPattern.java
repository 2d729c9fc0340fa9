package org.macroedge.server.releases.profile.time;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A pattern of date and time. Texts are read strictly: 30 February is not a date.
public final class InstantPattern {

    private static final Pattern QUOTED = Pattern.compile("'[^']*'");
    private static final Pattern TOKEN = Pattern.compile("'[^']*'|([A-Za-z])\\1*|[^A-Za-z']");
    private static final String DATE_LETTERS = "uyYDMLdQqwWEecFg";
    private static final String TIME_LETTERS = "aBhKkHmsSAnN";

    private final DateTimeFormatter whole;
    private final @Nullable DateTimeFormatter date;
    private final boolean hasClock;

    /// @param year whether the year stands in another place: it then follows the text after a blank
    public InstantPattern(String pattern, Locale locale, boolean year) {
        this.hasClock = hasLetters(pattern, TIME_LETTERS);
        String dated = hasClock ? datePart(pattern) : pattern;
        this.whole = formatter(pattern, locale, year);
        this.date = dated == null ? null : formatter(dated, locale, year);
    }

    private static DateTimeFormatter formatter(String pattern, Locale locale, boolean year) {
        return strict(pattern + (year ? " uuuu" : ""), locale);
    }

    /// A formatter that reads only dates and times that exist.
    static DateTimeFormatter strict(String pattern, Locale locale) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(strictYears(pattern))
                .toFormatter(locale)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /// A year of an era needs its era to be read strictly; without one, it is the plain year.
    private static String strictYears(String pattern) {
        if (hasLetters(pattern, "G")) {
            return pattern;
        }
        return TOKEN.matcher(pattern)
                .replaceAll(token -> Matcher.quoteReplacement(
                        token.group(1) == null ? token.group() : token.group().replace('y', 'u')));
    }

    /// The part of a pattern from its first to its last letter of a date; null where clock letters stand in
    /// between.
    private static @Nullable String datePart(String pattern) {
        int start = -1;
        int end = -1;
        Matcher token = TOKEN.matcher(pattern);
        while (token.find()) {
            if (token.group(1) != null && DATE_LETTERS.contains(token.group(1))) {
                start = start < 0 ? token.start() : start;
                end = token.end();
            }
        }
        String part = start < 0 ? null : pattern.substring(start, end);
        return part == null || hasLetters(part, TIME_LETTERS) ? null : part;
    }

    /// Whether a pattern has one of some letters outside of quotes.
    public static boolean hasLetters(String pattern, String letters) {
        return QUOTED.matcher(pattern).replaceAll("").chars().anyMatch(letter -> letters.indexOf(letter) >= 0);
    }

    /// Whether the pattern reads a clock time.
    boolean hasClock() {
        return hasClock;
    }

    /// Whether a text has the form of the pattern, even if it is not a date that exists.
    boolean fits(String text) {
        return fits(whole, text);
    }

    /// The formatter resolves an offset at once, and throws where there is none such, as for `-44:00`.
    private static boolean fits(DateTimeFormatter formatter, String text) {
        ParsePosition position = new ParsePosition(0);
        try {
            return formatter.parseUnresolved(text, position) != null && position.getIndex() == text.length();
        } catch (DateTimeException impossible) {
            return true;
        }
    }

    /// The fields of a text that has the form of the pattern.
    ///
    /// @throws DateTimeException where it is not a date and time that exists
    TemporalAccessor parse(String text) {
        return whole.parse(text);
    }

    /// The fields of a bare date in the form of the pattern; null where it has another form.
    ///
    /// @throws DateTimeException where it is not a date that exists
    @Nullable
    TemporalAccessor parseDate(String text) {
        return date != null && fits(date, text) ? date.parse(text) : null;
    }
}
