package org.macroedge.server.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.bias.view.RunHeader;
import org.macroedge.server.surprises.view.AnswerHeader;

/// How numbers stand in the tables of a terminal.
final class Tables {

    private static final int HALF_BAR = 10;
    private static final double FULL_SCORE = 100;
    private static final double PERCENT = 100;
    private static final String RATE_IN_FORCE = Mark.NO_FORECAST.code();

    private Tables() {}

    /// Prints what a reader must know before any number: that the data are stale, and the instant of the answer.
    static void heading(PrintWriter out, RunHeader run) {
        heading(out, run.asOf(), run.stale(), run.sampleOnly(), run.weightSet());
    }

    /// Prints the heading of an answer that no weight set affects.
    static void heading(PrintWriter out, AnswerHeader header) {
        heading(out, header.asOf(), header.stale(), header.sampleOnly(), null);
    }

    private static void heading(
            PrintWriter out, Instant asOf, boolean stale, boolean sampleOnly, @Nullable String weightSet) {
        if (stale) {
            out.println("Stale: nothing has arrived since " + asOf + ". These numbers are as of then, not of today.");
        }
        if (sampleOnly) {
            out.println("Sample: every figure comes from the sample. `import calendar` brings your own.");
        }
        out.println("As of " + asOf + (weightSet == null ? "" : ", weights " + weightSet));
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

    /// A fraction as whole percents, rounded down so that 100 % means all of it.
    static String percent(@Nullable Double fraction) {
        return fraction == null ? "-" : (int) Math.floor(PERCENT * fraction) + "%";
    }

    /// A number as published, without trailing zeros; `-` where there is none.
    static String plain(@Nullable BigDecimal value) {
        if (value == null) {
            return "-";
        }
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /// A forecast as published; one that is the rate in force says so, because nobody expected it.
    static String forecast(@Nullable BigDecimal value, List<String> marks) {
        return plain(value) + (marks.contains(RATE_IN_FORCE) ? " in force" : "");
    }

    /// A bar to the right of the middle for positive scores, to the left for negative ones.
    static String bar(@Nullable Double score) {
        int filled = score == null ? 0 : (int) Math.round(HALF_BAR * Math.abs(score) / FULL_SCORE);
        boolean up = score != null && score > 0;
        String left = " ".repeat(HALF_BAR - (up ? 0 : filled)) + "#".repeat(up ? 0 : filled);
        String right = "#".repeat(up ? filled : 0) + " ".repeat(HALF_BAR - (up ? filled : 0));
        return left + "|" + right;
    }

    /// The label in words; the reason where there is none.
    static String direction(@Nullable String label, @Nullable String reason) {
        return words(String.valueOf(label == null ? reason : label));
    }

    static String words(String code) {
        return code.replace('-', ' ');
    }
}
