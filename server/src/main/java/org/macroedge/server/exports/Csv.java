package org.macroedge.server.exports;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Rows according to RFC 4180, except that a line ends with a line feed only. Numbers are not rounded, and have no
/// exponent.
///
/// A spreadsheet runs a cell that begins like a formula, whoever wrote it. Such a text gets an apostrophe before it; a
/// number never does. An import leaves the apostrophe out again (`SpreadsheetText`).
public final class Csv {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n]", Pattern.DOTALL);
    private static final String STARTS = "'=+-@\t\r\n";
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private static final char POINT = '.';

    /// A row of a history has some 200 letters.
    private static final int USUAL_LENGTH = 256;

    private Csv() {}

    /// A row with its line feed; null gives an empty cell.
    public static String line(List<? extends @Nullable Object> cells) {
        return line(cells, ',', POINT);
    }

    /// The same with another character between cells, and another one in decimals.
    static String line(List<? extends @Nullable Object> cells, char delimiter, char decimalMark) {
        StringBuilder line = new StringBuilder(USUAL_LENGTH);
        for (Object cell : cells) {
            if (cell instanceof Number number) {
                String text = text(number);
                append(line, decimalMark == POINT ? text : text.replace(POINT, decimalMark), delimiter);
            } else if (cell != null) {
                append(line, inert(cell.toString()), delimiter);
            }
            line.append(delimiter);
        }
        line.setCharAt(line.length() - 1, '\n');
        return line.toString();
    }

    /// Decimals are plain and without trailing zeros.
    static String text(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
        }
        return plain(number.toString());
    }

    /// The shortest decimal that is read as the same number.
    private static String plain(String number) {
        return number.indexOf('E') < 0 ? number : new BigDecimal(number).toPlainString();
    }

    private static String inert(String text) {
        if (text.isEmpty() || STARTS.indexOf(text.charAt(0)) < 0) { // nearly all, without a matcher for each
            return text;
        }
        return FORMULA.matcher(text).lookingAt() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    private static void append(StringBuilder line, String text, char delimiter) {
        if (isPlain(text, delimiter)) {
            line.append(text);
        } else {
            line.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
    }

    private static boolean isPlain(String text, char delimiter) {
        return text.indexOf(delimiter) < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
    }
}
