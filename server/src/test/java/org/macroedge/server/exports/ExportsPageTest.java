package org.macroedge.server.exports;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.macroedge.server.reference.WrittenPage;

/// The page of columns is written from the columns.
class ExportsPageTest {

    private static final String HEAD = """
        # Exports

        <!-- Written by ExportsPageTest. -->

        `export …` and REST `exports/…` give the same bytes. How a cell is written:

        | Form | Text | Number, count | Instant | Date | Yes/no | Empty |
        |---|---|---|---|---|---|---|
        | CSV | text | unrounded, without an exponent | `2021-09-03T12:30:00Z` | `2021-09-03` | `true` | nothing |
        | CSV, dialect `spreadsheet-de` | text | `0,25` | `2021-09-03` and `12:30:00` in two columns, UTC | `2021-09-03` | `true` | nothing |
        | CSV, dialect `spreadsheet-en` | text | `0.25` | `2021-09-03` and `12:30:00` in two columns, UTC | `2021-09-03` | `true` | nothing |
        | CSV, dialect `metatrader` | text | as in CSV | `2021.09.03 15:30:00` on the server's clock | `2021.09.03` | `true` | nothing |
        | Parquet, Arrow | string | double precision, 64-bit integer | UTC timestamp in microseconds | date | boolean | null |
        | XLSX | text, never a formula | number | date cell, UTC | date cell | boolean | empty cell |

        In CSV except for MetaTrader, a text that begins like a formula has an apostrophe before it. The spreadsheet dialects begin with a byte
        order mark and name the two columns `released_at_date` and `released_at_time`; `spreadsheet-de` has semicolons between cells.
        `metatrader` has tabs, no quotes, and names an instant `released_at_server`. A workbook has a second sheet, `about`, which says what the
        rows are. [Read exports](../how-to/read-exports.md) in a notebook, [in a spreadsheet](../how-to/open-exports-in-a-spreadsheet.md) or
        [in MetaTrader](../how-to/use-exports-in-metatrader.md).
        """;

    @Test
    void thePageListsEveryColumn() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        add(page, "releases", ReleaseColumns.RELEASES);
        add(page, "releases with layout import", ReleaseColumns.IMPORTABLE);
        add(page, "surprises", ReleaseColumns.SURPRISES);
        add(page, "bias", HistoryColumns.COLUMNS);
        add(page, "indices", IndexColumns.COLUMNS);
        add(page, "prices", PriceColumns.COLUMNS);
        WrittenPage.assertUpToDate("exports.md", page.toString());
    }

    private static void add(StringBuilder page, String export, List<Column> columns) {
        page.append("\n## `").append(export.replaceFirst(" ", "` ")).append(export.contains(" ") ? "" : "`");
        page.append("\n\n| Column | Type | Meaning |\n|---|---|---|\n");
        columns.forEach(column -> page.append("| `")
                .append(column.name())
                .append("` | ")
                .append(column.kind().name().toLowerCase(Locale.ROOT).replace('_', '/'))
                .append(" | ")
                .append(column.means())
                .append(" |\n"));
    }
}
