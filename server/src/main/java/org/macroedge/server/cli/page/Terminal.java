package org.macroedge.server.cli.page;

import java.util.Map;
import java.util.function.IntSupplier;

/// What answers are shown on.
///
/// @param width in columns; [#UNLIMITED] where lines need not fold, as in a pipe
/// @param isColoured whether orders for colour and bold letters take effect
/// @param isUnicode whether it shows letters beyond ASCII
public record Terminal(int width, boolean isColoured, boolean isUnicode) {

    /// The width of a pipe or a file: a program that reads them wants a row on each line.
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /// A narrower terminal gets lines of this width: below it, a number would have to break.
    public static final int NARROWEST = 40;

    private static final int USUAL = 80;
    private static final int WIDEST = 10_000;

    /// A pipe in a UTF-8 locale.
    public static final Terminal PIPE = new Terminal(UNLIMITED, false, true);

    /// The terminal of a process.
    ///
    /// @param variables its environment: `COLUMNS` gives the width, `NO_COLOR` and `TERM=dumb` switch colours off,
    /// `CLICOLOR_FORCE` switches them on in a pipe
    /// @param isTerminal whether its output is one
    /// @param measured the width of that terminal; 0 where it is not known
    static Terminal of(Map<String, String> variables, boolean isTerminal, IntSupplier measured, boolean isUnicode) {
        return new Terminal(width(variables, isTerminal, measured), isColoured(variables, isTerminal), isUnicode);
    }

    private static int width(Map<String, String> variables, boolean isTerminal, IntSupplier measured) {
        String columns = variables.getOrDefault("COLUMNS", "").strip();
        if (columns.matches("[1-9][0-9]{0,4}")) {
            return bounded(Integer.parseInt(columns));
        }
        if (!isTerminal) {
            return UNLIMITED;
        }
        int width = measured.getAsInt();
        return width > 0 ? bounded(width) : USUAL;
    }

    private static int bounded(int width) {
        return Math.clamp(width, NARROWEST, WIDEST);
    }

    private static boolean isColoured(Map<String, String> variables, boolean isTerminal) {
        if (!variables.getOrDefault("NO_COLOR", "").isEmpty()) {
            return false;
        }
        String forced = variables.getOrDefault("CLICOLOR_FORCE", "");
        if (!forced.isEmpty() && !forced.equals("0")) {
            return true;
        }
        return isTerminal && !variables.getOrDefault("TERM", "").equals("dumb");
    }

    /// A text as this terminal can show it: our own letters beyond ASCII are written out where it cannot.
    public String shown(String text) {
        if (isUnicode) {
            return text;
        }
        return text.replace('\u2212', '-')
                .replace('\u2013', '-')
                .replace("\u03c3", " sd")
                .replace("\u00d7", "x")
                .replace("\u2192", "->")
                .replace("\u2026", "...")
                .replace('\u25b2', '+')
                .replace('\u25bc', '-')
                .replace('\u25cb', 'o');
    }
}
