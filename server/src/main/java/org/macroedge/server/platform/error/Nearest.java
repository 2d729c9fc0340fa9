package org.macroedge.server.platform.error;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds the known words nearest to an unknown one, by the number of letters to insert, delete or replace.
public final class Nearest {

    private static final int SHOWN = 3;

    private Nearest() {}

    /// The three nearest words, nearest first, ignoring case. Of a long word, only the start is compared.
    public static List<String> three(String word, List<String> known) {
        String upper = ShownText.shortened(word).toUpperCase(Locale.ROOT);
        return known.stream()
                .map(candidate -> new Candidate(candidate, distance(upper, candidate.toUpperCase(Locale.ROOT))))
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
                .limit(SHOWN)
                .map(Candidate::word)
                .toList();
    }

    private record Candidate(String word, int distance) {}

    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int replaced = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
