package org.macroedge.server.sources.series;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;

/// Reads an answer that is a table in CSV, whose first line names its columns.
public final class NamedRows {

    private NamedRows() {}

    /// Passes on each row, every one of which has a cell of each column.
    ///
    /// @param table what it should be, for the message
    /// @throws SourceFault where it is no such table, lacks a column that is asked for, or has a quote
    /// without an end, which would hide rows
    public static void read(Payload payload, String table, Consumer<NamedCsvRecord> rows) {
        String body = PlainText.of(payload.body());
        PlainText.checkQuotes(body, "it");
        try (CsvReader<NamedCsvRecord> read = CsvReader.builder().ofNamedCsvRecord(body)) {
            for (NamedCsvRecord row : read) {
                if (row.getFieldCount() != row.getHeader().size()) {
                    throw SourceFault.notUnderstood("a row has " + row.getFieldCount() + " cells of "
                            + row.getHeader().size());
                }
                rows.accept(row);
            }
        } catch (CsvParseException | NoSuchElementException | IOException unreadable) {
            throw SourceFault.notUnderstood("it is not a table " + table);
        }
    }
}
