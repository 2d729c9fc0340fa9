package org.macroedge.server.exports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.ParquetWriter;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.web.RunAnswer;

/// An export: its columns, and rows that are computed while they are written, so that it is never in memory as a whole.
/// The query is checked before.
public final class Export {

    private final ExportOrigin origin;
    private final List<Column> columns;
    private final Supplier<Stream<List<@Nullable Object>>> rows;
    private final @Nullable RunAnswer run;
    private final @Nullable String content;

    Export(ExportOrigin origin, List<Column> columns, Supplier<Stream<List<@Nullable Object>>> rows) {
        this(origin, columns, rows, null, null);
    }

    /// An export whose bytes a run determines.
    Export(ExportOrigin origin, List<Column> columns, Supplier<Stream<List<@Nullable Object>>> rows, RunAnswer run) {
        this(origin, columns, rows, run, null);
    }

    /// An export whose rows something known beforehand determines.
    ///
    /// @param content the same text only where the rows and their origin are the same
    Export(ExportOrigin origin, List<Column> columns, Supplier<Stream<List<@Nullable Object>>> rows, String content) {
        this(origin, columns, rows, null, content);
    }

    private Export(
            ExportOrigin origin,
            List<Column> columns,
            Supplier<Stream<List<@Nullable Object>>> rows,
            @Nullable RunAnswer run,
            @Nullable String content) {
        this.origin = origin;
        this.columns = columns;
        this.rows = rows;
        this.run = run;
        this.content = content;
    }

    /// The export with some of its columns, in the order in which they are named.
    ///
    /// @param name of the parameter or option
    /// @param wanted with commas between them; null for all
    /// @throws MacroEdgeException with `invalid-request` where one does not exist, or is named twice
    public Export select(String name, @Nullable String wanted) {
        if (wanted == null) {
            return this;
        }
        List<String> known = Column.names(columns);
        List<Integer> places = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String column :
                Arrays.stream(wanted.split(",", -1)).map(String::strip).toList()) {
            if (!known.contains(column)) {
                throw InvalidValue.of(name, column, known);
            }
            if (!seen.add(column)) {
                throw InvalidValue.of(name, column, "each column once", known.getFirst() + "," + known.getLast());
            }
            places.add(known.indexOf(column));
        }
        return new Export(
                origin,
                places.stream().map(columns::get).toList(),
                () -> rows.get()
                        .map(row ->
                                places.stream().<@Nullable Object>map(row::get).toList()),
                run,
                content);
    }

    /// The export with its head alone.
    public Export withoutRows() {
        return new Export(origin, columns, Stream::empty, run, content == null ? null : content + " without rows");
    }

    /// The export, whose rows are counted while they are written.
    public Export counted(AtomicLong count) {
        return new Export(origin, columns, () -> rows.get().peek(row -> count.incrementAndGet()), run, content);
    }

    /// Writes the export as CSV in the dialect of a form.
    public void writeTo(Writer out, ExportForm form) throws IOException {
        CsvLines lines = CsvLines.of(form, columns);
        out.write(lines.head());
        write(row -> out.write(lines.line(row)));
    }

    /// Writes the export in a form.
    public void writeTo(OutputStream out, ExportForm form) throws IOException {
        switch (form.format()) {
            case CSV -> {
                Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                writeTo(text, form);
                text.flush();
            }
            case PARQUET -> {
                try (ParquetWriter<List<? extends @Nullable Object>> table = ParquetTable.open(out, columns)) {
                    write(table::write);
                }
            }
            case XLSX -> XlsxTable.write(out, origin, columns, this::write);
            case ARROW -> {
                try (ArrowTable table = ArrowTable.open(out, columns)) {
                    write(table::write);
                    table.finish();
                }
            }
        }
    }

    private void write(RowSource.RowWriter writer) throws IOException {
        try (Stream<List<@Nullable Object>> stream = rows.get()) {
            // an iterator would hold all rows of an instrument
            stream.forEachOrdered(row -> {
                try {
                    writer.write(row);
                } catch (IOException fault) {
                    throw new UncheckedIOException(fault);
                }
            });
        } catch (UncheckedIOException fault) {
            throw fault.getCause();
        }
    }

    /// The run that determines the bytes; null if there is none.
    @Nullable
    RunAnswer run() {
        return run;
    }

    /// The same text only where the bytes are the same, known before the rows are computed; null where only the bytes
    /// tell.
    @Nullable
    String content(ExportForm form) {
        return content == null ? null : form.key() + " " + String.join(",", Column.names(columns)) + " " + content;
    }
}
