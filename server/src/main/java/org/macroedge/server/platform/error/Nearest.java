package org.macroedge.server.platform.error;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The known words nearest to one that is not known, by the number of letters to insert, delete or replace.
public final class Nearest {

    private static final int SHOWN = 3;

    private Nearest() {}

    public static List<String> three(String word, List<String> known) {
        String upper = word.toUpperCase(Locale.ROOT);
        return known.stream()
                .sorted(Comparator.comparingInt((String one) -> distance(upper, one.toUpperCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .toList();
    }

    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int replaced = diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
