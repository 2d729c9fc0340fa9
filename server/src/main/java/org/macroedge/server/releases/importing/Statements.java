package org.macroedge.server.releases.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.platform.database.BulkCopy;
import org.macroedge.server.releases.derivation.Statement;
import org.macroedge.server.releases.intake.ForecastText;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.SpillTarget;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `statement`.
final class Statements {

    private static final String SELECT = """
        SELECT number, source, indicator, title, file, line, extract(epoch FROM instant)::bigint AS instant,
               local_date::text, date_only, shifted, schedule_time, period::text, actual, previous, forecasts,
               (extract(epoch FROM schedule_captured_at) * 1000000)::bigint AS captured_at, event_id,
               extract(epoch FROM spill_instant)::bigint AS spill_instant, spill_date::text
        FROM statement WHERE indicator = ANY (?) ORDER BY number
        """;
    private static final String COPY = "COPY statement (number, source, indicator, title, file, line, instant,"
        + " local_date, date_only, shifted, schedule_time, period, actual, previous, forecasts, schedule_captured_at,"
        + " event_id, spill_instant, spill_date, batch) FROM STDIN";

    private final JdbcClient jdbc;

    Statements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long nextNumber() {
        return jdbc.sql("SELECT nextval('statement_number')").query(Long.class).single();
    }

    /// Records that all numbers below this one are given.
    void numbersUntil(long end) {
        jdbc.sql("SELECT setval('statement_number', ?, false)")
                .param(end)
                .query(Long.class)
                .single();
    }

    /// The ids under which statements are stored.
    List<String> indicators() {
        return jdbc.sql("SELECT DISTINCT indicator FROM statement")
                .query((row, number) -> row.getString("indicator"))
                .list();
    }

    /// The ids under which some statements are stored.
    ///
    /// @param numbers as PostgreSQL writes a multirange
    List<String> indicatorsOf(String numbers) {
        return jdbc.sql("""
            SELECT DISTINCT indicator FROM unnest(?::int8multirange) AS span
            JOIN statement ON number >= lower(span) AND number < upper(span)
            """)
                .param(numbers)
                .query((row, number) -> row.getString("indicator"))
                .list();
    }

    /// The statements stored under some ids that the catalogue still has, ascending by number.
    List<Statement> storedUnder(Collection<String> indicators, Catalogue catalogue) {
        return jdbc
                .sql(SELECT)
                .param(indicators.toArray(String[]::new))
                .query((row, number) ->
                        catalogue.indicator(row.getString("indicator")).map(indicator -> statement(row, indicator)))
                .list()
                .stream()
                .flatMap(statement -> statement.stream())
                .toList();
    }

    private static Statement statement(ResultSet row, Indicator indicator) {
        try {
            return new Statement(row.getLong("number"), reported(row, indicator));
        } catch (SQLException fault) {
            throw new IllegalStateException("a statement cannot be read", fault);
        }
    }

    private static ReportedRelease reported(ResultSet row, Indicator indicator) throws SQLException {
        return new ReportedRelease(
                row.getString("file"),
                row.getLong("line"),
                row.getString("title"),
                row.getString("source"),
                indicator,
                Instant.ofEpochSecond(row.getLong("instant")),
                date(row.getString("local_date")),
                row.getBoolean("date_only"),
                date(row.getString("period")),
                row.getBigDecimal("actual"),
                row.getBigDecimal("previous"),
                ForecastText.read(row.getString("forecasts")),
                captured(row),
                row.getString("event_id"),
                row.getBoolean("shifted"),
                row.getBoolean("schedule_time"),
                spillTarget(row));
    }

    private static @Nullable Instant captured(ResultSet row) throws SQLException {
        long micros = row.getLong("captured_at");
        return row.wasNull() ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static @Nullable SpillTarget spillTarget(ResultSet row) throws SQLException {
        long second = row.getLong("spill_instant");
        return row.wasNull() ? null : new SpillTarget(Instant.ofEpochSecond(second), date(row.getString("spill_date")));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    /// Writes statements that a batch makes.
    void write(BulkCopy copy, long batch, List<Statement> statements) {
        copy.write(COPY, statements.stream(), (statement, row) -> {
            ReportedRelease said = statement.row();
            SpillTarget spill = said.spillTarget();
            row.add(statement.number())
                    .add(said.source())
                    .add(said.indicator().id())
                    .add(said.title())
                    .add(said.file())
                    .add(said.line())
                    .add(said.instant())
                    .add(said.localDate())
                    .add(said.dateOnly())
                    .add(said.shifted())
                    .add(said.scheduleTime())
                    .add(said.period())
                    .add(said.actual())
                    .add(said.previous())
                    .add(ForecastText.write(said.forecasts()))
                    .add(said.scheduleCapturedAt())
                    .add(said.eventId())
                    .add(spill == null ? null : spill.instant())
                    .add(spill == null ? null : spill.localDate())
                    .add(batch);
        });
    }
}
