package org.macroedge.server.cli.tables;

import org.jspecify.annotations.Nullable;
import org.macroedge.server.cli.page.Style;
import org.macroedge.server.cli.page.Word;

/// A bar to the right of the middle for a positive score, to the left for a negative one.
final class ScoreBar {

    private static final int HALF = 10;
    private static final double FULL_SCORE = 100;

    private ScoreBar() {}

    static Word of(@Nullable Double score) {
        double shown = score == null ? 0 : score;
        int filled = (int) Math.round(HALF * Math.abs(shown) / FULL_SCORE);
        String full = "#".repeat(filled);
        String empty = " ".repeat(HALF - filled);
        String bar = shown > 0 ? " ".repeat(HALF) + "|" + full + empty : empty + full + "|" + " ".repeat(HALF);
        return new Word(bar, Style.of(shown));
    }
}
