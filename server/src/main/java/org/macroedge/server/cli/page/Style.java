package org.macroedge.server.cli.page;

/// What a word looks like where the terminal has colours. Colour means direction, and red means trouble; both stand
/// beside a sign or a word that says the same, so that nothing is lost without them. The blue and the orange can be
/// read on white and on black.
public enum Style {
    PLAIN(""),
    STRONG("1"),
    UP("1;38;5;33"),
    DOWN("1;38;5;166"),
    TROUBLE("1;31");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /// The style of a number by its sign.
    public static Style of(double direction) {
        return direction > 0 ? UP : direction < 0 ? DOWN : STRONG;
    }

    /// The text between the orders that switch the style on and off (ECMA-48).
    String on(String text) {
        return this == PLAIN || text.isBlank() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
