package org.macroedge.server.releases;

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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads facts as stored at a record time: those in force, those not retracted, or those retracted.
public final class FactReader {

    private static final String PRINTS = """
        SELECT fact, release, print.source, extract(epoch FROM known_at)::bigint AS known_at, actual, previous,
               period::text, local_date::text, event_id, array_to_string(marks, ' ') AS marks
        FROM print JOIN batch ON batch.id = print.batch %s
        WHERE batch.recorded_at <= :recordedAt::timestamptz
        ORDER BY fact
        """;
    private static final String SCHEDULES = """
        SELECT fact, release, schedule.source, (extract(epoch FROM captured_at) * 1000000)::bigint AS captured_at,
               extract(epoch FROM scheduled_at)::bigint AS scheduled_at,
               period::text, local_date::text, date_only, event_id
        FROM schedule JOIN batch ON batch.id = schedule.batch %s
        WHERE batch.recorded_at <= :recordedAt::timestamptz
        ORDER BY fact
        """;
    private static final String FORECASTS = """
        SELECT fact, release, forecast.source, forecast.kind,
               (extract(epoch FROM captured_at) * 1000000)::bigint AS captured_at, value
        FROM forecast JOIN batch ON batch.id = forecast.batch %s
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
    private final String @Nullable [] indicators;

    public FactReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.indicators = null;
    }

    /// @param indicators whose facts alone are read, by id
    public FactReader(JdbcClient jdbc, List<String> indicators) {
        this.jdbc = jdbc;
        this.indicators = indicators.toArray(String[]::new);
    }

    /// The facts in force: neither retracted nor replaced by then.
    public StoredFacts inForce(Instant recordedAt) {
        BitSet retracted = retracted(recordedAt);
        return new StoredFacts(
                latest(prints(recordedAt), retracted, false),
                latest(schedules(recordedAt), retracted, false),
                latest(forecasts(recordedAt), retracted, false));
    }

    /// The prints and schedules that were not retracted by then, including replaced ones.
    public StoredFacts notRetracted(Instant recordedAt) {
        BitSet retracted = retracted(recordedAt);
        return new StoredFacts(
                without(retracted, prints(recordedAt)), without(retracted, schedules(recordedAt)), List.of());
    }

    private static <T> List<T> without(BitSet retracted, List<Row<T>> rows) {
        return rows.stream()
                .filter(row -> !retracted.get(Math.toIntExact(row.fact())))
                .map(Row::value)
                .toList();
    }

    /// The facts that were retracted by then.
    public StoredFacts retractedFacts(Instant recordedAt) {
        BitSet retracted = retracted(recordedAt);
        return retracted.isEmpty()
                ? new StoredFacts(List.of(), List.of(), List.of())
                : new StoredFacts(
                        latest(prints(recordedAt), retracted, true),
                        latest(schedules(recordedAt), retracted, true),
                        latest(forecasts(recordedAt), retracted, true));
    }

    private record Row<T>(long fact, Object key, T value) {}

    private static <T> List<T> latest(List<Row<T>> rows, BitSet retracted, boolean wanted) {
        Map<Object, T> latest = LinkedHashMap.newLinkedHashMap(rows.size());
        for (Row<T> row : rows) {
            if (retracted.get(Math.toIntExact(row.fact())) == wanted) {
                latest.put(row.key(), row.value());
            }
        }
        return List.copyOf(latest.values());
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

    private <T> List<Row<T>> rows(String sql, Instant recordedAt, Reading<T> reading, Function<T, Object> key) {
        JdbcClient.StatementSpec statement = indicators == null
                ? jdbc.sql(sql.formatted(""))
                : jdbc.sql(sql.formatted(OF_INDICATORS)).param("indicators", indicators);
        return statement
                .param("recordedAt", recordedAt.toString())
                .query((row, number) -> {
                    T value = reading.read(row);
                    return new Row<>(row.getLong("fact"), key.apply(value), value);
                })
                .list();
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private List<Row<Print>> prints(Instant recordedAt) {
        return rows(PRINTS, recordedAt, FactReader::print, Print::key);
    }

    private static Print print(ResultSet row) throws SQLException {
        return new Print(
                row.getLong("fact"),
                new ReleaseId(row.getString("release")),
                row.getString("source"),
                Instant.ofEpochSecond(row.getLong("known_at")),
                row.getBigDecimal("actual"),
                row.getBigDecimal("previous"),
                date(row.getString("period")),
                date(row.getString("local_date")),
                row.getString("event_id"),
                marks(row.getString("marks")));
    }

    private List<Row<Schedule>> schedules(Instant recordedAt) {
        return rows(SCHEDULES, recordedAt, FactReader::schedule, Schedule::key);
    }

    private static Schedule schedule(ResultSet row) throws SQLException {
        return new Schedule(
                row.getLong("fact"),
                new ReleaseId(row.getString("release")),
                row.getString("source"),
                captured(row),
                Instant.ofEpochSecond(row.getLong("scheduled_at")),
                date(row.getString("period")),
                date(row.getString("local_date")),
                row.getBoolean("date_only"),
                row.getString("event_id"));
    }

    private List<Row<Forecast>> forecasts(Instant recordedAt) {
        return rows(
                FORECASTS,
                recordedAt,
                FactReader::forecast,
                forecast ->
                        Arrays.asList(forecast.release(), forecast.source(), forecast.kind(), forecast.capturedAt()));
    }

    private static Forecast forecast(ResultSet row) throws SQLException {
        return new Forecast(
                row.getLong("fact"),
                new ReleaseId(row.getString("release")),
                row.getString("source"),
                ForecastKind.ofCode(row.getString("kind")),
                captured(row),
                row.getBigDecimal("value"));
    }

    private static @Nullable Instant captured(ResultSet row) throws SQLException {
        long micros = row.getLong("captured_at");
        return row.wasNull() ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static Set<Mark> marks(String text) {
        return text.isEmpty()
                ? Set.of()
                : Arrays.stream(text.split(" ")).map(Mark::ofCode).collect(Collectors.toUnmodifiableSet());
    }
}
