package org.macroedge.server.releases.intake;

import org.macroedge.engine.vocabulary.Coded;

/// Why a row cannot be read, with the row word for word.
///
/// @param line the first line of the row in its file, from 1
public record RowFault(String file, long line, Reason reason, String message, String raw) {

    /// What is wrong with a row.
    public enum Reason implements Coded {
        UNREADABLE_INSTANT,
        UNREADABLE_ACTUAL,
        UNREADABLE_FORECAST,
        UNREADABLE_PERIOD,
        UNKNOWN_INDICATOR,
        FIELD_COUNT
    }
}
