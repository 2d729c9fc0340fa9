package org.macroedge.server.cli.page;

/// A text that stays on one line where it fits.
public record Word(String text, Style style) {

    /// A text without colour.
    public static Word of(String text) {
        return new Word(text, Style.PLAIN);
    }

    /// A text in bold letters.
    public static Word strong(String text) {
        return new Word(text, Style.STRONG);
    }

    /// How many columns it takes.
    int length() {
        return text.codePointCount(0, text.length());
    }

    Word shown(Terminal terminal) {
        return new Word(terminal.shown(text), style);
    }
}
