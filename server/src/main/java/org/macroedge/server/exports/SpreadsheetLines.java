package org.macroedge.server.exports;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// CSV that a spreadsheet opens by a double click. The byte order mark tells it that the text is UTF-8. Of an instant
/// in one cell it would make text, so its date and its clock time have columns of their own, both in UTC. It knows a
/// date as `2021-09-03` in every language.
record SpreadsheetLines(List<Column> columns, char delimiter, char decimalMark) implements CsvLines {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @Override
    public String head() {
        List<String> names = columns.stream()
                .flatMap(column -> column.kind() == Column.Kind.INSTANT
                        ? Stream.of(column.name() + "_date", column.name() + "_time")
                        : Stream.of(column.name()))
                .toList();
        return BYTE_ORDER_MARK + Csv.line(names, delimiter, decimalMark);
    }

    @Override
    public String line(List<? extends @Nullable Object> row) {
        List<@Nullable Object> cells = new ArrayList<>(row.size() + columns.size());
        for (int index = 0; index < columns.size(); index++) {
            Object cell = row.get(index);
            if (columns.get(index).kind() != Column.Kind.INSTANT) {
                cells.add(cell);
            } else if (cell == null) {
                cells.add(null);
                cells.add(null);
            } else {
                LocalDateTime time = LocalDateTime.ofInstant((Instant) cell, ZoneOffset.UTC);
                cells.add(time.toLocalDate());
                cells.add(clockTime(time));
            }
        }
        return Csv.line(cells, delimiter, decimalMark);
    }

    /// With seconds, and their fraction where there is one.
    private String clockTime(LocalDateTime time) {
        String text = time.toLocalTime().toString();
        return text.length() == "12:30".length() ? text + ":00" : text.replace('.', decimalMark);
    }
}
