package org.macroedge.server.prices.profile;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads prices as a profile writes them, exactly.
final class PriceNumbers {

    private static final int LONGEST = 60;

    private final char decimal;
    private final String grouping;
    private final Pattern form;

    PriceNumbers(char decimal) {
        this.decimal = decimal;
        this.grouping = decimal == '.' ? "," : ".";
        this.form = Pattern.compile("[+-]?([0-9]+|[0-9]{1,3}(\\" + grouping + "[0-9]{3})+)?(\\" + decimal
                + "[0-9]*)?([eE][+-]?[0-9]{1,2})?");
    }

    /// The number of a text; empty where it is none.
    Optional<BigDecimal> read(String text) {
        if (text.length() > LONGEST || !form.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text.replace(grouping, "").replace(decimal, '.')));
        } catch (NumberFormatException noDigits) {
            return Optional.empty();
        }
    }
}
