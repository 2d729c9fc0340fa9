package org.macroedge.server.releases.profile.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.releases.intake.RowFault.Reason;
import org.macroedge.server.releases.intake.RowMessage;

/// A table of lines with delimited fields.
final class CsvTable implements Table {

    private static final int MOST_FIELDS = 16_384;

    private final String delimiter;
    private final QuoteState quotes;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> names;
    private final Header header;
    private final int[] places;
    private @Nullable CsvRecord upcoming;
    private long line;

    CsvTable(InputStream bytes, TableLayout layout, List<String> wanted) throws IOException {
        this.delimiter = String.valueOf(layout.delimiter());
        this.quotes = new QuoteState(layout.delimiter());
        this.reader = CsvReader.builder()
                .fieldSeparator(layout.delimiter())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(
                        CsvRecordHandler.of(handler -> handler.maxFields(MOST_FIELDS)),
                        new TextReader(bytes, layout.encoding(), quotes));
        this.records = reader.iterator();
        CsvRecord first = read();
        if (first == null) {
            throw new TableFault(1, TableMessage.EMPTY);
        }
        boolean headed = layout.names().isEmpty();
        this.names = (headed ? first.getFields() : layout.names())
                .stream().map(String::strip).toList();
        this.header = Header.of(names, wanted, layout.optional());
        this.places = header.places();
        this.upcoming = headed ? read() : first;
        if (headed && isBare()) {
            throw new TableFault(first.getStartingLineNumber(), TableMessage.BARE_QUOTE);
        }
    }

    @Override
    public @Nullable TableRow next() throws IOException {
        CsvRecord record = upcoming;
        if (record == null) {
            return null;
        }
        upcoming = read();
        if (upcoming == null) {
            checkEnd(record);
        }
        RowMismatch mismatch = record.getFieldCount() == header.count() ? null : mismatch(record);
        if (isBare()) {
            mismatch = new RowMismatch(Reason.BARE_QUOTE, RowMessage.BARE_QUOTE.text());
        }
        return new TableRow(
                record.getStartingLineNumber(),
                mismatch == null ? cells(record) : List.of(),
                mismatch,
                () -> String.join(delimiter, record.getFields()));
    }

    /// Whether the row before the upcoming one has a quote that no two readers take alike.
    private boolean isBare() {
        return quotes.bareQuoteBefore(upcoming == null ? Long.MAX_VALUE : upcoming.getStartingLineNumber());
    }

    private List<String> cells(CsvRecord record) {
        String[] cells = new String[places.length];
        for (int i = 0; i < places.length; i++) {
            cells[i] = places[i] == Header.ABSENT ? "" : record.getField(places[i]);
        }
        return Arrays.asList(cells);
    }

    private RowMismatch mismatch(CsvRecord record) {
        return new RowMismatch(Reason.FIELD_COUNT, RowMessage.FIELD_COUNT.text(record.getFieldCount(), header.count()));
    }

    /// A file that ends inside a row was cut off when it was written or sent.
    private void checkEnd(CsvRecord last) throws TableFault {
        if (quotes.openQuote() > 0) {
            throw new TableFault(quotes.openQuote(), TableMessage.UNCLOSED_QUOTE_AT_END);
        }
        if (last.getFieldCount() < header.count() && !quotes.isAtLineStart()) {
            throw new TableFault(
                    last.getStartingLineNumber(), TableMessage.CUT_OFF_LINE, last.getFieldCount(), header.count());
        }
    }

    private @Nullable CsvRecord read() throws IOException {
        try {
            CsvRecord record = records.hasNext() ? records.next() : null;
            line = record == null ? line : record.getStartingLineNumber();
            return record;
        } catch (UncheckedIOException fault) {
            throw fault.getCause();
        } catch (CsvParseException fault) {
            throw tableFault(fault);
        }
    }

    private IOException tableFault(CsvParseException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof TableFault known) {
                return known;
            }
        }
        if (isTooMuch(fault)) {
            return new TableFault(line + 1, TableMessage.WIDE_ROW, MOST_FIELDS);
        }
        return quotes.openQuote() > 0
                ? new TableFault(quotes.openQuote(), TableMessage.UNCLOSED_QUOTE)
                : new TableFault(line + 1, TableMessage.TEXT_AFTER_QUOTE);
    }

    /// The reader tells its limits apart from other faults by their text alone.
    private static boolean isTooMuch(CsvParseException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("limit")) {
                return true;
            }
        }
        return false;
    }

    /// The names of all columns, in their order.
    List<String> names() {
        return names;
    }

    @Override
    public List<String> duplicates() {
        return header.duplicates();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
