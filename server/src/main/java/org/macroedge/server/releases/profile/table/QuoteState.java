package org.macroedge.server.releases.profile.table;

import java.util.ArrayDeque;
import java.util.Deque;

/// Follows a CSV text letter by letter: the line, whether a quoted field is open, and whether the last line has
/// ended. A CSV reader takes an open quote at the end of a file for a complete field.
final class QuoteState implements RowLimit {

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
    private final Deque<Long> bareQuotes = new ArrayDeque<>();
    private long letters;
    private char last = NEW_LINE;

    QuoteState(char delimiter) {
        this.delimiter = delimiter;
    }

    @Override
    public void follow(char[] text, int offset, int count) {
        for (int index = offset; index < offset + count; index++) {
            follow(text[index]);
        }
    }

    private void follow(char letter) {
        if (letter == RETURN || (letter == NEW_LINE && last != RETURN)) {
            line++;
        }
        last = letter;
        letters++;
        if (state == State.QUOTED) {
            if (letter == QUOTE) {
                state = State.QUOTE_IN_QUOTED;
            }
        } else if (letter == QUOTE && state != State.PLAIN) {
            quoteLine = state == State.FIELD_START ? line : quoteLine;
            state = State.QUOTED;
        } else {
            if (letter == QUOTE && (bareQuotes.isEmpty() || bareQuotes.getLast() < line)) {
                bareQuotes.add(line);
            }
            boolean ends = letter == NEW_LINE || letter == RETURN;
            letters = ends ? 0 : letters;
            state = ends || letter == delimiter ? State.FIELD_START : State.PLAIN;
        }
    }

    /// Whether a field of a row holds a quote without quotes around the field, which no two readers take alike.
    ///
    /// @param end the first line after the row
    boolean bareQuoteBefore(long end) {
        boolean found = false;
        while (!bareQuotes.isEmpty() && bareQuotes.getFirst() < end) {
            bareQuotes.remove();
            found = true;
        }
        return found;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public long letters() {
        return letters;
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
