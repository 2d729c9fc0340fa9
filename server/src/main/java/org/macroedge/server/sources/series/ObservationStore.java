package org.macroedge.server.sources.series;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.database.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The tables `observation`, `series_look` and `series_actual`.
public final class ObservationStore {

    private static final String SOURCE = "source";
    private static final String SERIES = "series";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    public ObservationStore(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// What is known of some series of a source, by key; of each, even where that is nothing.
    public Map<String, SeriesHistory> histories(String source, List<String> keys) {
        Map<String, Instant> looks = new HashMap<>();
        jdbc.sql("SELECT series, looked_at FROM series_look WHERE source = ?")
                .param(source)
                .query(row -> {
                    looks.put(row.getString(SERIES), InstantColumn.of(row, "looked_at"));
                });
        List<Vintage> vintages = jdbc.sql("""
            SELECT series, period::text, value, seen_at, lacked_at FROM observation
            WHERE source = ? AND series = ANY (?)
            """)
                .param(source)
                .param(keys.toArray(String[]::new))
                .query((row, number) -> vintage(row))
                .list();
        Map<String, SeriesHistory> histories = new HashMap<>();
        for (String key : keys) {
            histories.put(
                    key,
                    new SeriesHistory(
                            vintages.stream()
                                    .filter(vintage -> vintage.key().equals(key))
                                    .toList(),
                            looks.get(key)));
        }
        return histories;
    }

    /// The figure of the newest period of each series of a source, as its publisher gave it last; by key.
    public Map<String, Vintage> newest(String source) {
        return jdbc.sql("""
            SELECT DISTINCT ON (series) series, period::text, value, seen_at, lacked_at FROM observation
            WHERE source = ? ORDER BY series, period DESC, seen_at DESC
            """).param(source).query((row, number) -> vintage(row)).list().stream()
                .collect(Collectors.toMap(Vintage::key, vintage -> vintage));
    }

    private static Vintage vintage(ResultSet row) throws SQLException {
        return new Vintage(
                row.getString(SERIES),
                LocalDate.parse(row.getString("period")),
                row.getBigDecimal("value"),
                InstantColumn.of(row, "seen_at"),
                InstantColumn.ofNullable(row, "lacked_at"));
    }

    /// The actuals that some series of a source gave.
    public List<SeenActual> actuals(String source, List<String> keys) {
        return jdbc.sql("""
            SELECT indicator, period::text, series, seen_at, known_at, schedule_time FROM series_actual
            WHERE source = ? AND series = ANY (?) ORDER BY indicator, period
            """)
                .param(source)
                .param(keys.toArray(String[]::new))
                .query((row, number) -> new SeenActual(
                        row.getString("indicator"),
                        LocalDate.parse(row.getString("period")),
                        row.getString(SERIES),
                        InstantColumn.of(row, "seen_at"),
                        new KnownFrom(InstantColumn.of(row, "known_at"), row.getBoolean("schedule_time"))))
                .list();
    }

    /// Notes a look that found nothing new.
    ///
    /// @param askedAt when the request was sent; what the answer lacked then may have been published while it came
    public void looked(String source, List<String> keys, Instant askedAt) {
        keys.forEach(key -> jdbc.sql("""
            INSERT INTO series_look (source, series, looked_at) VALUES (:source, :series, :seen)
            ON CONFLICT (source, series) DO UPDATE
            SET looked_at = greatest(series_look.looked_at, excluded.looked_at)
            """)
                .param(SOURCE, source)
                .param(SERIES, key)
                .param("seen", time(askedAt))
                .update());
    }

    /// Notes a look and what it found, in one transaction.
    ///
    /// @param keys of the series that had figures
    /// @param askedAt when the request was sent
    public void found(
            String source, List<String> keys, Instant askedAt, List<Vintage> fresh, List<SeenActual> actuals) {
        transactions.executeWithoutResult(status -> {
            looked(source, keys, askedAt);
            fresh.forEach(vintage -> add(source, vintage));
            actuals.forEach(actual -> add(source, actual));
        });
    }

    private void add(String source, Vintage vintage) {
        jdbc.sql("""
            INSERT INTO observation (source, series, period, value, seen_at, lacked_at)
            VALUES (:source, :series, :period, :value, :seen, :lacked) ON CONFLICT DO NOTHING
            """)
                .param(SOURCE, source)
                .param(SERIES, vintage.key())
                .param("period", vintage.period())
                .param("value", vintage.value())
                .param("seen", time(vintage.seenAt()))
                .param("lacked", time(vintage.lackedAt()))
                .update();
    }

    /// What was decided stands.
    private void add(String source, SeenActual actual) {
        jdbc.sql("""
            INSERT INTO series_actual (source, indicator, period, series, seen_at, known_at, schedule_time)
            VALUES (:source, :indicator, :period, :series, :seen, :known, :scheduled) ON CONFLICT DO NOTHING
            """)
                .param(SOURCE, source)
                .param("indicator", actual.indicator())
                .param("period", actual.period())
                .param(SERIES, actual.key())
                .param("seen", time(actual.seenAt()))
                .param("known", time(actual.known().instant()))
                .param("scheduled", actual.known().scheduleTime())
                .update();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
