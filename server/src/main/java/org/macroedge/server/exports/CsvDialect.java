package org.macroedge.server.exports;

import org.macroedge.engine.vocabulary.Coded;

/// For which readers CSV is written.
public enum CsvDialect implements Coded {
    /// For programs: commas, decimal points, and instants as `2021-09-03T12:30:00Z`.
    PLAIN,
    /// For spreadsheets whose language has a decimal point.
    SPREADSHEET_EN,
    /// For spreadsheets whose language has a decimal comma, as most of Europe's: fields end with a semicolon.
    SPREADSHEET_DE,
    /// For programs in MetaTrader 5.
    METATRADER;

    /// The code, as users write it.
    @Override
    public String toString() {
        return code();
    }
}
