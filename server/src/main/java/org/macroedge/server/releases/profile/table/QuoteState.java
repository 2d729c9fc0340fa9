package org.macroedge.server.releases.profile.table;

/// Follows a CSV text letter by letter: the line, whether a quoted field is open, and whether the last line has
/// ended. A CSV reader takes an open quote at the end of a file for a complete field.
final class QuoteState {

    private static final char QUOTE = '"';
    private static final char NEW_LINE = '\n';
    private static final char RETURN = '\r';

    private enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private final char delimiter;
    private State state = State.FIELD_START;
    private long line = 1;
    private long quoteLine;
    private char last = NEW_LINE;

    QuoteState(char delimiter) {
        this.delimiter = delimiter;
    }

    void follow(char[] letters, int offset, int count) {
        for (int index = offset; index < offset + count; index++) {
            follow(letters[index]);
        }
    }

    private void follow(char letter) {
        if (letter == RETURN || (letter == NEW_LINE && last != RETURN)) {
            line++;
        }
        last = letter;
        if (state == State.QUOTED) {
            if (letter == QUOTE) {
                state = State.QUOTE_IN_QUOTED;
            }
        } else if (letter == QUOTE && state != State.PLAIN) {
            quoteLine = state == State.FIELD_START ? line : quoteLine;
            state = State.QUOTED;
        } else {
            state = letter == delimiter || letter == NEW_LINE || letter == RETURN ? State.FIELD_START : State.PLAIN;
        }
    }

    /// The line of the text so far, from 1.
    long line() {
        return line;
    }

    /// The line of the quote that is open; 0 where none is.
    long openQuote() {
        return state == State.QUOTED ? quoteLine : 0;
    }

    /// Whether the text so far ends with the end of a line.
    boolean isAtLineStart() {
        return last == NEW_LINE || last == RETURN;
    }
}
