package org.macroedge.server.releases.profile;

/// Texts that PostgreSQL can store: it has no letter NUL, and no half of a surrogate pair.
public final class StorableText {

    private StorableText() {}

    /// Whether a text can be stored.
    public static boolean is(String text) {
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            if (letter == 0 || (Character.isSurrogate(letter) && isAlone(text, index))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlone(String text, int index) {
        char letter = text.charAt(index);
        return Character.isHighSurrogate(letter)
                ? index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1))
                : index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
    }

    /// The text with an escape such as `\u0000` for each letter that cannot be stored.
    public static String of(String text) {
        if (is(text)) {
            return text;
        }
        StringBuilder storable = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            if (letter == 0 || (Character.isSurrogate(letter) && isAlone(text, index))) {
                storable.append(String.format("\\u%04x", (int) letter));
            } else {
                storable.append(letter);
            }
        }
        return storable.toString();
    }
}
