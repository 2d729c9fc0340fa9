package org.macroedge.engine.vocabulary;

import java.time.DateTimeException;
import java.time.LocalDate;

/// The id of a release: its indicator, the local release date at first sight, and a number where an indicator has more
/// than one release on that date, for example `us-gdp@2021-07-29` or `us-gdp@2021-07-29.2`. Assigned once and never
/// changed. Ordered by code unit, as the text.
public record ReleaseId(String value) implements Comparable<ReleaseId> {

    private static final char SEPARATOR = '@';
    private static final char NUMBER_SEPARATOR = '.';
    private static final int YEAR_END = "2021".length();
    private static final int MONTH_END = "2021-07".length();
    private static final int DATE_LENGTH = "2021-07-29".length();

    public ReleaseId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "release id \"" + value + "\" does not have the form indicator@date[.n], as in us-gdp@2021-07-29");
        }
    }

    /// The first release of an indicator on a date.
    public static ReleaseId of(IndicatorId indicator, LocalDate date) {
        return new ReleaseId(indicator.value() + SEPARATOR + date);
    }

    /// The release with a number among those of this indicator and date.
    ///
    /// @param number from 2; the first release has none
    public ReleaseId numbered(int number) {
        return new ReleaseId(value.substring(0, dateEnd(value)) + NUMBER_SEPARATOR + number);
    }

    /// The indicator.
    public IndicatorId indicator() {
        return new IndicatorId(value.substring(0, value.indexOf(SEPARATOR)));
    }

    /// The local release date at first sight.
    public LocalDate date() {
        return date(value.substring(value.indexOf(SEPARATOR) + 1, dateEnd(value)));
    }

    @Override
    public int compareTo(ReleaseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    /// Checks by character: a store of facts builds these by the hundred thousand.
    private static boolean isValid(String value) {
        int separator = value.indexOf(SEPARATOR);
        if (separator < 0 || !IndicatorId.isValid(value.substring(0, separator))) {
            return false;
        }
        int end = dateEnd(value);
        return isDate(value.substring(separator + 1, end)) && isNumberOrNone(value, end);
    }

    private static int dateEnd(String value) {
        int end = value.lastIndexOf(NUMBER_SEPARATOR);
        return end < 0 ? value.length() : end;
    }

    private static LocalDate date(String text) {
        return text.length() == DATE_LENGTH && text.charAt(YEAR_END) == '-' && text.charAt(MONTH_END) == '-'
                ? LocalDate.of(
                        digits(text, 0, YEAR_END),
                        digits(text, YEAR_END + 1, MONTH_END),
                        digits(text, MONTH_END + 1, DATE_LENGTH))
                : LocalDate.parse(text);
    }

    private static int digits(String text, int start, int end) {
        int number = 0;
        for (int index = start; index < end; index++) {
            int digit = text.charAt(index) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("\"" + text + "\" is not a date");
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static boolean isDate(String text) {
        try {
            date(text);
            return true;
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    private static boolean isNumberOrNone(String value, int start) {
        if (start == value.length()) {
            return true;
        }
        for (int index = start + 1; index < value.length(); index++) {
            if (value.charAt(index) < '0' || value.charAt(index) > '9') {
                return false;
            }
        }
        return start + 1 < value.length() && value.charAt(start + 1) != '0';
    }
}
