package org.macroedge.server.releases.profile;

import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;

/// A text that a regular expression of a user may read so many letters of and no more: a pattern with repetitions
/// inside repetitions would go through the same letters for ever.
final class LimitedText implements CharSequence {

    /// A pattern without nested repetitions reads each letter of a title a few times.
    static final int MOST_READ = 1_000_000;

    private final String text;
    private int read;

    LimitedText(String text) {
        this.text = text;
    }

    /// @throws MacroEdgeException with `profile-fault` once the limit is reached
    @Override
    public char charAt(int index) {
        read++;
        if (read > MOST_READ) {
            throw FileMessage.SLOW_TITLE_PATTERN.exception(ShownText.of(text));
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
