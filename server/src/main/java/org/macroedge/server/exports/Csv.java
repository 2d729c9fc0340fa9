package org.macroedge.server.exports;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows as RFC 4180 has them, but for the line ends: a line feed alone. Numbers are not rounded.
public final class Csv {

    private Csv() {}

    /// A row with its line feed; null is an empty cell.
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

    /// Decimals plain and without trailing zeros.
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
        for (int at = 0; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case ',', '"', '\n', '\r' -> {
                    return false;
                }
                default -> {
                    // stands as it is
                }
            }
        }
        return true;
    }
}
