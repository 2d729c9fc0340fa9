package org.macroedge.server.cli.page;

import org.macroedge.server.platform.error.ShownText;

/// Text from files, for a terminal. Control characters in it would be orders: they can clear the screen, set the
/// title of the window or reverse the direction of writing. They are shown as escapes such as `\u001b`, and take
/// effect nowhere.
public final class TerminalText {

    private static final String CUT = "…";

    private TerminalText() {}

    /// The text on one line, with escapes.
    public static String of(String text) {
        return escaped(text, false);
    }

    /// The first letters of a text on one line, with escapes; a mark follows where it is cut.
    public static String of(String text, int most) {
        return text.length() <= most ? of(text) : of(text.substring(0, most)) + CUT;
    }

    /// The text with escapes and with its own lines.
    public static String lines(String text) {
        return escaped(text, true);
    }

    private static String escaped(String text, boolean lines) {
        if (text.codePoints().allMatch(ShownText::isShown)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            if (ShownText.isShown(letter) || (lines && letter == '\n')) {
                shown.appendCodePoint(letter);
            } else {
                shown.append(escape(letter));
            }
        });
        return shown.toString();
    }

    private static String escape(int letter) {
        return switch (letter) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                Character.isBmpCodePoint(letter) ? String.format("\\u%04x", letter) : String.format("\\u{%x}", letter);
        };
    }
}
