package org.macroedge.server.exports;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows according to RFC 4180, except that a line ends with a line feed only. Numbers are not rounded.
public final class Csv {

    private Csv() {}

    /// A row with its line feed; null gives an empty cell.
    public static String line(List<? extends @Nullable Object> cells) {
        StringBuilder line = new StringBuilder();
        for (Object cell : cells) {
            if (cell != null) {
                append(line, text(cell));
            }
            line.append(',');
        }
        line.setCharAt(line.length() - 1, '\n');
        return line.toString();
    }

    /// Decimals are plain and without trailing zeros.
    private static String text(Object cell) {
        return cell instanceof BigDecimal number
                ? number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString()
                : cell.toString();
    }

    private static void append(StringBuilder line, String text) {
        if (isPlain(text)) {
            line.append(text);
        } else {
            line.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
    }

    private static boolean isPlain(String text) {
        return text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
    }
}
