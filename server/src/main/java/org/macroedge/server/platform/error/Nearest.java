package org.macroedge.server.platform.error;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds the known words that an unknown one may stand for. A suggestion that shares nothing with the word would only
/// mislead, so there may be none.
public final class Nearest {

    private static final int SHOWN = 3;

    /// A shorter word is part of too many others.
    private static final int SHORTEST_PART = 3;

    private Nearest() {}

    /// At most three known words, nearest first, ignoring case: those a few slips away, counted in letters to insert,
    /// delete, replace or swap, then those that contain the word. Of a long word, only the start is compared.
    public static List<String> to(String word, List<String> known) {
        String upper = ShownText.shortened(word).toUpperCase(Locale.ROOT);
        return known.stream()
                .map(candidate -> Candidate.of(upper, candidate))
                .filter(candidate -> candidate.distance() <= slips(upper) || candidate.contains())
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
                .limit(SHOWN)
                .map(Candidate::word)
                .toList();
    }

    /// How many slips a word of this length may have: one in a short word, three in a long one.
    public static int slips(String word) {
        return word.length() < 6 ? 1 : word.length() < 12 ? 2 : 3;
    }

    private record Candidate(String word, int distance, boolean contains) {
        static Candidate of(String upper, String word) {
            String known = word.toUpperCase(Locale.ROOT);
            return new Candidate(
                    word, Nearest.distance(upper, known), upper.length() >= SHORTEST_PART && known.contains(upper));
        }
    }

    /// The optimal string alignment distance: letters to insert, delete, replace, or swap with their neighbour.
    public static int distance(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        for (int column = 0; column < last.length; column++) {
            last[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int replaced = last[column - 1] + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                row[column] = Math.min(replaced, Math.min(row[column - 1], last[column]) + 1);
                if (isSwapped(from, line, to, column)) {
                    row[column] = Math.min(row[column], beforeLast[column - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[to.length()];
    }

    private static boolean isSwapped(String from, int line, String to, int column) {
        return line > 1
                && column > 1
                && from.charAt(line - 1) == to.charAt(column - 2)
                && from.charAt(line - 2) == to.charAt(column - 1);
    }
}
