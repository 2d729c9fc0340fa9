package org.macroedge.server.releases;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.release.ForecastSpread;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the facts in force at a record time.
public final class FactReader {

    private static final String PRINTS = """
        SELECT fact, release, print.source, extract(epoch FROM known_at)::bigint AS known_at, actual, previous,
               period::text, local_date::text, event_id, array_to_string(marks, ' ') AS marks,
               array_to_string(print.statements, ' ') AS statements
        FROM print JOIN batch ON batch.id = print.batch %s
        WHERE batch.recorded_at <= :recordedAt::timestamptz
        ORDER BY fact
        """;
    private static final String SCHEDULES = """
        SELECT fact, release, schedule.source,
               (extract(epoch FROM coalesce(captured_at, capturing.recorded_at)) * 1000000)::bigint AS captured_at,
               captured_by, extract(epoch FROM scheduled_at)::bigint AS scheduled_at,
               period::text, local_date::text, date_only, event_id, statement
        FROM schedule JOIN batch ON batch.id = schedule.batch
             LEFT JOIN batch AS capturing ON capturing.id = captured_by %s
        WHERE batch.recorded_at <= :recordedAt::timestamptz
        ORDER BY fact
        """;
    private static final String FORECASTS = """
        SELECT fact, release, forecast.source, forecast.kind,
               (extract(epoch FROM coalesce(captured_at, capturing.recorded_at)) * 1000000)::bigint AS captured_at,
               captured_by, value, low, high, forecasters, statement
        FROM forecast JOIN batch ON batch.id = forecast.batch
             LEFT JOIN batch AS capturing ON capturing.id = captured_by %s
        WHERE batch.recorded_at <= :recordedAt::timestamptz
        ORDER BY fact
        """;
    private static final String RETRACTED = """
        SELECT lower(numbers) AS first, upper(numbers) AS after
        FROM retraction JOIN batch ON batch.id = retraction.batch, unnest(facts) AS numbers
        WHERE batch.recorded_at <= :recordedAt::timestamptz
        """;

    /// Ids of an indicator's releases begin with its own and an at sign, so they are adjacent in the index: `A`
    /// is the character after `@`.
    private static final String OF_INDICATORS =
            "JOIN unnest(:indicators) AS wanted ON release >= wanted || '@' AND release < wanted || 'A'";

    private final JdbcClient jdbc;
    private final Interned interned;
    private final String @Nullable [] indicators;

    FactReader(JdbcClient jdbc, Interned interned) {
        this.jdbc = jdbc;
        this.interned = interned;
        this.indicators = null;
    }

    FactReader(JdbcClient jdbc, Interned interned, List<String> indicators) {
        this.jdbc = jdbc;
        this.interned = interned;
        this.indicators = indicators.toArray(String[]::new);
    }

    /// @param indicators whose facts alone are read, by id
    public FactReader(JdbcClient jdbc, List<String> indicators) {
        this(jdbc, new Interned(), indicators);
    }

    /// The facts in force: those that were not retracted by then.
    public StoredFacts inForce(Instant recordedAt) {
        BitSet retracted = retracted(recordedAt);
        return new StoredFacts(
                latest(prints(recordedAt), retracted),
                latest(schedules(recordedAt), retracted),
                latest(forecasts(recordedAt), retracted));
    }

    /// In stores of earlier versions the later of two facts of one key holds.
    private static <T extends Fact> List<T> latest(List<T> facts, BitSet retracted) {
        Map<Object, T> latest = LinkedHashMap.newLinkedHashMap(facts.size());
        for (T fact : facts) {
            if (!retracted.get(Math.toIntExact(fact.fact()))) {
                latest.put(fact.key(), fact);
            }
        }
        return List.copyOf(latest.values());
    }

    /// Every fact that was not retracted by then. Stores of earlier versions hold facts that later ones replaced
    /// without retracting them.
    public List<Fact> notRetracted(Instant recordedAt) {
        BitSet retracted = retracted(recordedAt);
        return Stream.of(prints(recordedAt), schedules(recordedAt), forecasts(recordedAt))
                .<Fact>flatMap(List::stream)
                .filter(fact -> !retracted.get(Math.toIntExact(fact.fact())))
                .toList();
    }

    private BitSet retracted(Instant recordedAt) {
        BitSet retracted = new BitSet();
        jdbc.sql(RETRACTED)
                .param("recordedAt", recordedAt.toString())
                .query((row, number) -> {
                    retracted.set(Math.toIntExact(row.getLong("first")), Math.toIntExact(row.getLong("after")));
                    return true;
                })
                .list();
        return retracted;
    }

    private <T> List<T> rows(String sql, Instant recordedAt, Reading<T> reading) {
        JdbcClient.StatementSpec statement = indicators == null
                ? jdbc.sql(sql.formatted(""))
                : jdbc.sql(sql.formatted(OF_INDICATORS)).param("indicators", indicators);
        return statement
                .param("recordedAt", recordedAt.toString())
                .query((row, number) -> reading.read(row))
                .list();
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private List<Print> prints(Instant recordedAt) {
        return rows(PRINTS, recordedAt, this::print);
    }

    private Print print(ResultSet row) throws SQLException {
        return new Print(
                row.getLong("fact"),
                new ReleaseId(row.getString("release")),
                interned.of(row.getString("source")),
                interned.of(Instant.ofEpochSecond(row.getLong("known_at"))),
                interned.of(row.getBigDecimal("actual")),
                interned.orNull(row.getBigDecimal("previous")),
                date(row.getString("period")),
                date(row.getString("local_date")),
                row.getString("event_id"),
                interned.of(marks(row.getString("marks"))),
                statements(row.getString("statements")));
    }

    private List<Schedule> schedules(Instant recordedAt) {
        return rows(SCHEDULES, recordedAt, this::schedule);
    }

    private Schedule schedule(ResultSet row) throws SQLException {
        return new Schedule(
                row.getLong("fact"),
                new ReleaseId(row.getString("release")),
                interned.of(row.getString("source")),
                captured(row),
                capturedBy(row),
                interned.of(Instant.ofEpochSecond(row.getLong("scheduled_at"))),
                date(row.getString("period")),
                date(row.getString("local_date")),
                row.getBoolean("date_only"),
                row.getString("event_id"),
                row.getLong("statement"));
    }

    private List<Forecast> forecasts(Instant recordedAt) {
        return rows(FORECASTS, recordedAt, this::forecast);
    }

    private Forecast forecast(ResultSet row) throws SQLException {
        return new Forecast(
                row.getLong("fact"),
                new ReleaseId(row.getString("release")),
                interned.of(row.getString("source")),
                ForecastKind.ofCode(row.getString("kind")),
                captured(row),
                capturedBy(row),
                interned.orNull(row.getBigDecimal("value")),
                spread(row),
                row.getLong("statement"));
    }

    private static ForecastSpread spread(ResultSet row) throws SQLException {
        BigDecimal low = row.getBigDecimal("low");
        BigDecimal high = row.getBigDecimal("high");
        int count = row.getInt("forecasters");
        boolean counted = !row.wasNull();
        return low == null && high == null && !counted
                ? ForecastSpread.NONE
                : new ForecastSpread(low, high, counted ? count : null);
    }

    private static @Nullable Instant captured(ResultSet row) throws SQLException {
        long micros = row.getLong("captured_at");
        return row.wasNull() ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static @Nullable Long capturedBy(ResultSet row) throws SQLException {
        long batch = row.getLong("captured_by");
        return row.wasNull() ? null : batch;
    }

    private static List<Long> statements(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ")).map(Long::valueOf).toList();
    }

    private @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : interned.of(LocalDate.parse(text));
    }

    private static Set<Mark> marks(String text) {
        return text.isEmpty()
                ? Set.of()
                : Arrays.stream(text.split(" ")).map(Mark::ofCode).collect(Collectors.toUnmodifiableSet());
    }
}
