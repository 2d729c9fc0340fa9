package org.macroedge.server.releases.intake;

import java.util.Comparator;
import org.macroedge.engine.vocabulary.Coded;

/// Why a row cannot be read, with the row word for word.
///
/// @param line the first line of the row in its file, from 1
public record RowFault(String file, long line, Reason reason, String message, String raw) {

    /// By file and line.
    public static final Comparator<RowFault> BY_PLACE =
            Comparator.comparing(RowFault::file).thenComparing(RowFault::line);

    /// What is wrong with a row.
    public enum Reason implements Coded {
        /// Its date or clock time has another form than the profile says, or does not exist.
        UNREADABLE_INSTANT,
        UNREADABLE_ACTUAL,
        UNREADABLE_PERIOD,
        /// Its trading date has another form than the profile says, or does not exist.
        UNREADABLE_DATE,
        /// Its close, open, high or low is not a number.
        UNREADABLE_PRICE,
        /// Its close is 0 or below, which its series does not allow.
        NON_POSITIVE,
        /// Its close is made only later.
        FUTURE_CLOSE,
        /// The time of its capture cannot be read, or is in the future.
        UNREADABLE_CAPTURE,
        /// It has an actual although its time is in the future.
        FUTURE_ACTUAL,
        /// The low, high or count of its forecast cannot be read, or contradicts the forecast.
        FORECAST_SPREAD,
        /// A suffix of its numbers contradicts the indicator's unit.
        UNIT_CONTRADICTION,
        /// It holds a letter that the store cannot keep.
        UNSTORABLE_TEXT,
        FIELD_COUNT,
        /// A field without quotes around it holds a quote.
        BARE_QUOTE,
        /// Two figures of one title at one time that are no catch-up.
        TWO_FIGURES,
        /// A figure near a better source's: a later stage or another series.
        SECOND_FIGURE,
        /// A row of early January that may carry the wrong year.
        SPILL_UNPROVEN,
        /// A series of which the publisher gives none.
        NO_FIGURES
    }
}
