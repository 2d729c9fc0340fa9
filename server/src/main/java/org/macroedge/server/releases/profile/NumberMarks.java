package org.macroedge.server.releases.profile;

/// The marks within a number.
///
/// @param decimal the decimal mark
/// @param grouping the mark between thousands: it stands before each three digits or nowhere, so that `1,5` is
/// never 15; a blank stands for every kind of blank
public record NumberMarks(char decimal, char grouping) {

    /// The text with a comma for each grouping mark and a point for the decimal mark. A comma or point that is
    /// neither becomes a question mark, which makes the text unreadable.
    String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            plain.append(plain(text, index));
        }
        return plain.toString();
    }

    private char plain(String text, int index) {
        char letter = text.charAt(index);
        if (letter == decimal) {
            return '.';
        }
        if (isGrouping(letter) && isDigit(text, index - 1) && isDigit(text, index + 1)) {
            return ',';
        }
        return letter == '.' || letter == ',' ? '?' : letter;
    }

    private boolean isGrouping(char letter) {
        return letter == grouping || (grouping == ' ' && Character.isSpaceChar(letter));
    }

    private static boolean isDigit(String text, int index) {
        return index >= 0 && index < text.length() && Character.isDigit(text.charAt(index));
    }
}
