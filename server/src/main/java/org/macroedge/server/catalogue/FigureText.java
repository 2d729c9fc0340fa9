package org.macroedge.server.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/// How a line of text writes figures in the units of the catalogue.
public final class FigureText {

    private static final char MINUS = '−';
    /// The letter of a power of ten.
    private static final Map<Integer, String> LETTERS = new TreeMap<>(Map.of(3, "K", 6, "M", 9, "B", 12, "T"));

    private FigureText() {}

    /// A figure in the unit of its indicator: 0.3%, 250K, 51.2.
    public static String of(BigDecimal value, String unit) {
        boolean percent = unit.equals("percent");
        if (percent || unit.equals("index")) {
            return plain(value) + (percent ? "%" : "");
        }
        int digits = value.precision() - value.scale() - 1;
        String letter = "";
        int zeros = 0;
        for (Map.Entry<Integer, String> known : LETTERS.entrySet()) {
            if (value.signum() != 0 && digits >= known.getKey()) {
                zeros = known.getKey();
                letter = known.getValue();
            }
        }
        return plain(value.movePointLeft(zeros)) + letter;
    }

    /// A number with the decimals that it has, but for zeros at its end.
    public static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString().replace('-', MINUS);
    }

    /// A number of standard deviations.
    public static String sigmas(double value) {
        return plain(BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP));
    }
}
