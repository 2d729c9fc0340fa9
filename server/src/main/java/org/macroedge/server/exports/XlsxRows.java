package org.macroedge.server.exports;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// The sheet of the rows: a frozen head, instants and dates as such, and numbers as numbers. A text is never a formula.
final class XlsxRows {

    /// Below the head.
    static final int MOST_ROWS = Worksheet.MAX_ROWS - 1;

    static final String INSTANT = "yyyy-mm-dd hh:mm:ss";
    private static final String DATE = "yyyy-mm-dd";
    private static final int IN_MEMORY = 256;

    /// A serial number below 61 means another day in programs that count a 29 February 1900.
    private static final LocalDate FIRST = LocalDate.of(1900, 3, 1);

    private final Worksheet sheet;
    private final List<Column> columns;
    private int last;

    private XlsxRows(Worksheet sheet, List<Column> columns) {
        this.sheet = sheet;
        this.columns = columns;
    }

    static void write(Worksheet sheet, List<Column> columns, RowSource rows) throws IOException {
        XlsxRows written = new XlsxRows(sheet, columns);
        written.head();
        rows.forEach(written::add);
        sheet.setAutoFilter(0, 0, written.last, columns.size() - 1);
        sheet.finish();
    }

    private void head() {
        sheet.freezePane(0, 1);
        for (int index = 0; index < columns.size(); index++) {
            Column column = columns.get(index);
            sheet.inlineString(0, index, column.name());
            sheet.style(0, index).bold().set();
            sheet.width(index, Math.max(column.name().length() + 3, width(column.kind())));
        }
    }

    private static int width(Column.Kind kind) {
        return switch (kind) {
            case INSTANT -> 20;
            case TEXT -> 24;
            case DATE, NUMBER -> 12;
            case COUNT, YES_NO -> 8;
        };
    }

    private void add(List<? extends @Nullable Object> row) throws IOException {
        if (last == MOST_ROWS) {
            throw ExportMessage.TOO_MANY_ROWS.exception(MOST_ROWS);
        }
        last++;
        for (int index = 0; index < columns.size(); index++) {
            Object cell = row.get(index);
            if (cell != null) {
                put(sheet, last, index, cell);
            }
        }
        if (last % IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    static void put(Worksheet sheet, int row, int column, Object cell) {
        switch (cell) {
            case Instant instant
            when !date(instant).isBefore(FIRST) -> {
                sheet.value(row, column, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
                sheet.style(row, column).format(INSTANT).set();
            }
            case LocalDate date
            when !date.isBefore(FIRST) -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format(DATE).set();
            }
            case Integer number -> sheet.value(row, column, number);
            case Long number -> sheet.value(row, column, number);
            case Number number -> sheet.value(row, column, number.doubleValue());
            case Boolean known -> sheet.value(row, column, known);
            default -> sheet.inlineString(row, column, cell.toString());
        }
    }

    private static LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
