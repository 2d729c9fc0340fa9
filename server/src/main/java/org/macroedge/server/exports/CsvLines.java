package org.macroedge.server.exports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lines of an export as CSV in one dialect.
interface CsvLines {

    /// The first line, with its line feed.
    String head();

    /// The line of a row, with its line feed.
    String line(List<? extends @Nullable Object> row);

    static CsvLines of(ExportForm form, List<Column> columns) {
        return switch (form.dialect()) {
            case PLAIN -> new PlainLines(columns);
            case SPREADSHEET_EN -> new SpreadsheetLines(columns, ',', '.');
            case SPREADSHEET_DE -> new SpreadsheetLines(columns, ';', ',');
            case METATRADER -> new MetaTraderLines(columns, form.demandedServerTime(), form.symbols());
        };
    }

    /// As [Csv] writes them.
    record PlainLines(List<Column> columns) implements CsvLines {

        @Override
        public String head() {
            return Csv.line(Column.names(columns));
        }

        @Override
        public String line(List<? extends @Nullable Object> row) {
            return Csv.line(row);
        }
    }
}
