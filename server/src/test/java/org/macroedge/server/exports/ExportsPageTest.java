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

        `export …` and REST `exports/…` give the same bytes. CSV has an instant as `2021-09-03T12:30:00Z`, a date as `2021-09-03`, a number
        unrounded and without an exponent, and nothing in an empty cell. Parquet has a text as a string, a number in double precision, a count
        as a 64-bit integer, an instant as a UTC timestamp in microseconds, and a date as a date. [Read exports](../how-to/read-exports.md)
        shows both in a notebook.
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
