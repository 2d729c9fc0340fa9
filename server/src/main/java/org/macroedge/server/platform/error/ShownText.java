package org.macroedge.server.platform.error;

/// Text that a user sent, as it stands in a message: on one line, and not longer than a line. Control
/// characters are shown as escapes.
public final class ShownText {

    /// Longer than any id, time or name; a message stays one readable line.
    static final int LONGEST = 100;

    private ShownText() {}

    /// The text; its first characters and `…` if it is long.
    public static String of(Object value) {
        String text = String.valueOf(value);
        StringBuilder shown = new StringBuilder();
        shortened(text).codePoints().forEach(letter -> {
            if (isShown(letter)) {
                shown.appendCodePoint(letter);
            } else {
                shown.append(String.format("\\u%04x", letter));
            }
        });
        return shown.append(text.length() > LONGEST ? "…" : "").toString();
    }

    /// The first characters of a text, whole ones.
    public static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(LONGEST - 1));
        return text.substring(0, splitsPair ? LONGEST - 1 : LONGEST);
    }

    /// Whether a letter stands for itself, and is no order to a terminal: it does not move, hide or reverse others.
    public static boolean isShown(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
