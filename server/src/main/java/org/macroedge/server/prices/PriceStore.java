package org.macroedge.server.prices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.macroedge.server.audit.CurrentChange;
import org.macroedge.server.platform.database.BulkCopy;
import org.macroedge.server.platform.database.InstantColumn;
import org.macroedge.server.prices.profile.Bar;
import org.macroedge.server.releases.importing.Numbers;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of tables `price` and `price_statement`.
final class PriceStore {

    private static final String PRICES = """
        SELECT number, trading_date, open, high, low, close, batch FROM price
        WHERE instrument = ? AND source = ? AND symbol = ? ORDER BY trading_date, number
        """;
    private static final String STATED = """
        SELECT stated.instrument, stated.source, stated.symbol, stated.batch, batch.recorded_at, stated.prices::text
        FROM price_statement AS stated JOIN batch ON batch.id = stated.batch
        WHERE (:instrument::text IS NULL OR stated.instrument = :instrument::text)
          AND batch.recorded_at <= :recordedAt::timestamptz
          AND NOT EXISTS (
            SELECT FROM batch AS undo WHERE undo.undoes = batch.id AND undo.recorded_at <= :recordedAt::timestamptz)
        ORDER BY batch.recorded_at, stated.source, stated.symbol
        """;
    private static final String COPY =
            "COPY price (number, instrument, source, symbol, trading_date, open, high, low, close, batch) FROM STDIN";
    private static final String STATE = """
        INSERT INTO price_statement (batch, instrument, source, symbol, prices) VALUES (?, ?, ?, ?, ?::int8multirange)
        """;

    private final JdbcClient jdbc;
    private final BulkCopy copy;

    PriceStore(JdbcClient jdbc, BulkCopy copy) {
        this.jdbc = jdbc;
        this.copy = copy;
    }

    /// What batches in force at a record time state of every series.
    List<StatedPrices> stated(Instant recordedAt) {
        return jdbc.sql(STATED)
                .param("instrument", null)
                .param("recordedAt", recordedAt.toString())
                .query((row, number) -> stated(row))
                .list();
    }

    /// What batches in force at a record time state of an instrument.
    List<StatedPrices> stated(String instrument, Instant recordedAt) {
        return jdbc.sql(STATED)
                .param("instrument", instrument)
                .param("recordedAt", recordedAt.toString())
                .query((row, number) -> stated(row))
                .list();
    }

    private static StatedPrices stated(ResultSet row) throws SQLException {
        return new StatedPrices(
                new SeriesKey(row.getString("instrument"), row.getString("source"), row.getString("symbol")),
                row.getLong("batch"),
                InstantColumn.of(row, "recorded_at"),
                Numbers.of(row.getString("prices")));
    }

    /// The prices of a series with their corrections, of batches in force.
    ///
    /// @param stated of the instrument; those of other series are left out
    Vintages vintages(SeriesKey series, List<StatedPrices> stated) {
        List<StatedPrices> own =
                stated.stream().filter(batch -> batch.series().equals(series)).toList();
        return own.isEmpty() ? Vintages.of(List.of(), List.of()) : Vintages.of(prices(series), own);
    }

    private List<StoredPrice> prices(SeriesKey series) {
        return jdbc.sql(PRICES)
                .params(series.instrument(), series.source(), series.symbol())
                .query((row, number) -> new StoredPrice(
                        row.getLong("number"),
                        row.getObject("trading_date", LocalDate.class),
                        new Bar(
                                row.getBigDecimal("open"),
                                row.getBigDecimal("high"),
                                row.getBigDecimal("low"),
                                row.getBigDecimal("close")),
                        row.getLong("batch")))
                .list();
    }

    /// The next number of a price.
    long nextNumber() {
        return jdbc.sql("SELECT nextval('price_number')").query(Long.class).single();
    }

    /// Records that all numbers below this one are given.
    void numbersUntil(long end) {
        jdbc.sql("SELECT setval('price_number', ?, false)")
                .param(end)
                .query(Long.class)
                .single();
    }

    void write(SeriesKey series, List<StoredPrice> fresh) {
        copy.write(
                COPY,
                fresh.stream(),
                (price, row) -> row.add(price.number())
                        .add(series.instrument())
                        .add(series.source())
                        .add(series.symbol())
                        .add(price.date())
                        .add(price.bar().open())
                        .add(price.bar().high())
                        .add(price.bar().low())
                        .add(price.bar().close())
                        .add(price.batch()));
    }

    void state(long batch, SeriesKey series, Numbers prices) {
        jdbc.sql(STATE)
                .params(batch, series.instrument(), series.source(), series.symbol(), prices.multirange())
                .update();
    }

    /// The last instant that a question about everything stored can have.
    static Instant always() {
        return LocalDate.of(9999, 12, 31).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// Writes the row of the audit log of the request or command that imports a batch.
    void recordChange(long batch) {
        CurrentChange.record(jdbc, batch);
    }
}
