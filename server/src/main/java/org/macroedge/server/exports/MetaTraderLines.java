package org.macroedge.server.exports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.eventrisk.ServerTime;

/// CSV for `FileOpen` of MQL5 as it is by default: tabs between cells, and no quotes, which it does not know. Instants
/// are on the clock of the trading server, and instruments have the names that the broker gives them.
record MetaTraderLines(List<Column> columns, ServerTime serverTime, BrokerSymbols symbols) implements CsvLines {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu.MM.dd", Locale.ROOT);
    private static final String BETWEEN = "\t";

    @Override
    public String head() {
        return columns.stream()
                .map(column -> column.kind() == Column.Kind.INSTANT ? column.name() + "_server" : column.name())
                .collect(Collectors.joining(BETWEEN, "", "\n"));
    }

    @Override
    public String line(List<? extends @Nullable Object> row) {
        return IntStream.range(0, columns.size())
                .mapToObj(index -> text(columns.get(index), row.get(index)))
                .collect(Collectors.joining(BETWEEN, "", "\n"));
    }

    private String text(Column column, @Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Instant instant -> serverTime.text(instant);
            case LocalDate date -> DATE.format(date);
            case Number number -> Csv.text(number);
            case Object instrument when column.isInstrument() -> symbols.of(instrument.toString());
            case Object other -> other.toString().replaceAll("[\\t\\r\\n]", " ");
        };
    }
}
