package org.macroedge.server.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How numbers stand in the tables of a terminal.
final class Tables {

    private static final int HALF_BAR = 10;
    private static final double FULL_SCORE = 100;

    private Tables() {}

    /// Says first what a reader must know before any number: that nothing is fresh, and the instant answered.
    static void heading(PrintWriter out, QuestionOptions question, Answers answers, Instant asOf, Clock clock) {
        Instant last = answers.lastRelease(clock);
        if (question.asOf == null && last != null && Answers.stale(last, clock)) {
            out.println("Stale: nothing has arrived since " + last + ". Answers are as of then, not of today.");
        }
        out.println("As of " + asOf + ", weights " + question.weightSet);
        out.println();
    }

    /// A signed whole number; `-` where there is none, and no sign on zero.
    static String signed(@Nullable Double value) {
        if (value == null) {
            return "-";
        }
        long rounded = Math.round(value);
        return rounded == 0 ? "0" : String.format(Locale.ROOT, "%+d", rounded);
    }

    /// Two signed decimals.
    static String decimals(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%+.2f", value);
    }

    /// A bar to the right of the middle for positive scores, to the left for negative ones.
    static String bar(@Nullable Double score) {
        int filled = score == null ? 0 : (int) Math.round(HALF_BAR * Math.abs(score) / FULL_SCORE);
        boolean up = score != null && score > 0;
        String left = " ".repeat(HALF_BAR - (up ? 0 : filled)) + "#".repeat(up ? 0 : filled);
        String right = "#".repeat(up ? filled : 0) + " ".repeat(HALF_BAR - (up ? filled : 0));
        return left + "|" + right;
    }

    static String words(String code) {
        return code.replace('-', ' ');
    }
}
