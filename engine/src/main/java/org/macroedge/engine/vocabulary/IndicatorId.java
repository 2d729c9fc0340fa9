package org.macroedge.engine.vocabulary;

import java.util.Locale;

/// The id of an indicator: its region, then its name, for example `us-nonfarm-payrolls`. Ordered by code unit;
/// never reused.
public record IndicatorId(String value) implements Comparable<IndicatorId> {

    private static final String FORM = "[a-z]{2}(-[a-z0-9]+)+";
    private static final int REGION_LENGTH = 2;

    public IndicatorId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "indicator id \"" + value + "\" does not have the form " + FORM + ", as in us-nonfarm-payrolls");
        }
    }

    /// Whether a text has the form of an id. Checks by character: every release in a store carries one.
    static boolean isValid(String text) {
        int length = text.length();
        if (length <= REGION_LENGTH || text.charAt(length - 1) == '-') {
            return false;
        }
        for (int index = 0; index < length; index++) {
            char c = text.charAt(index);
            boolean isLetter = c >= 'a' && c <= 'z';
            boolean isDigit = c >= '0' && c <= '9';
            boolean fits = index < REGION_LENGTH
                    ? isLetter
                    : index == REGION_LENGTH ? c == '-' : isLetter || isDigit || isSingleHyphen(text, index);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSingleHyphen(String text, int index) {
        return text.charAt(index) == '-' && text.charAt(index - 1) != '-';
    }

    /// The region that the id begins with.
    ///
    /// @throws IllegalArgumentException if there is no such region
    public Region region() {
        return Region.ofCode(value.substring(0, REGION_LENGTH).toUpperCase(Locale.ROOT));
    }

    @Override
    public int compareTo(IndicatorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
