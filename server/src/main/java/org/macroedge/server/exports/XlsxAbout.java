package org.macroedge.server.exports;

import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// The sheet that states what the rows are, for a workbook that is found again after months.
final class XlsxAbout {

    private static final String EVERYTHING = "everything stored";

    private final Worksheet sheet;
    private int next;

    private XlsxAbout(Worksheet sheet) {
        this.sheet = sheet;
    }

    static void write(Worksheet sheet, ExportOrigin origin, List<Column> columns) {
        sheet.width(0, 24);
        sheet.width(1, 100);
        XlsxAbout about = new XlsxAbout(sheet);
        about.add("Export", origin.name());
        about.add("As of (UTC)", origin.asOf() == null ? EVERYTHING : origin.asOf());
        about.add("Recorded at (UTC)", origin.recordedAt() == null ? EVERYTHING : origin.recordedAt());
        about.add("Run", origin.run());
        about.add("Weight set", origin.weightSet());
        about.add("Prior weights", origin.weightsPrior());
        about.add("Stale", origin.stale());
        about.add("Sample only", origin.sample());
        about.add("Times", "in UTC");
        about.next++;
        about.add("Column", "Meaning");
        columns.forEach(column -> about.add(column.name(), column.means()));
    }

    private void add(String name, @Nullable Object value) {
        sheet.inlineString(next, 0, name);
        sheet.style(next, 0).bold().set();
        XlsxRows.put(sheet, next, 1, value == null ? "does not apply" : value);
        next++;
    }
}
