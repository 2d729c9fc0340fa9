package org.macroedge.server.releases.profile.time;

import org.jspecify.annotations.Nullable;

/// The cells that say when a row was published.
///
/// @param text of all columns of the instant, joined by blanks
/// @param date the text without the column of the clock time, and without empty columns; null where that is
/// `text` and no column is empty
/// @param clock the text of the column of the clock time; null where there is no such column
/// @param year of the row where the patterns lack it; else null
/// @param zone the row's own zone or offset; null where it has none
public record InstantCells(
        String text,
        @Nullable String date,
        @Nullable String clock,
        @Nullable String year,
        @Nullable String zone) {}
