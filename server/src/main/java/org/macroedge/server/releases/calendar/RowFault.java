package org.macroedge.server.releases.calendar;

/// Why a row was set aside, with the row word for word.
///
/// @param line the first line of the row in its file, from 1
public record RowFault(String file, long line, Reason reason, String message, String raw) {

    /// What is wrong with a row.
    public enum Reason {
        UNREADABLE_INSTANT("unreadable-instant"),
        UNREADABLE_ACTUAL("unreadable-actual"),
        UNREADABLE_FORECAST("unreadable-forecast"),
        UNREADABLE_PERIOD("unreadable-period"),
        UNKNOWN_INDICATOR("unknown-indicator"),
        FIELD_COUNT("field-count");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /// The code as stored and served.
        public String code() {
            return code;
        }
    }
}
