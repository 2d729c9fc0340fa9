package org.macroedge.server.releases.profile.table;

/// Follows a text letter by letter, and finds where it is and how long its present row is.
interface RowLimit {

    /// The most letters of a row, so that one row is never too much for the memory. Rows of calendars have hundreds.
    int MOST_LETTERS = 4_000_000;

    void follow(char[] letters, int offset, int count);

    /// The line of the text so far, from 1.
    long line();

    /// How many letters the text has since the present row began.
    long letters();
}
