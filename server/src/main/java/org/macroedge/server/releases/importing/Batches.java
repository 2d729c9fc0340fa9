package org.macroedge.server.releases.importing;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.releases.intake.ChangedRegions;
import org.macroedge.server.releases.intake.FactCollector;
import org.macroedge.server.releases.intake.ImportCounts;
import org.macroedge.server.releases.intake.RowFault;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// The rows of tables `batch`, `retraction` and `quarantine`.
final class Batches {

    /// Held by one import or undo at a time.
    private static final long LOCK = 0x696D706F7274L; // "import"

    private static final String SELECT = """
        SELECT batch.id, batch.recorded_at, batch.kind, batch.profile, batch.source, batch.files,
               batch.counts::text, batch.undoes, undo.id AS undone_by
        FROM batch LEFT JOIN batch AS undo ON undo.undoes = batch.id
        """;
    private static final String RETRACT = """
        INSERT INTO retraction (batch, facts)
        SELECT :undo, with_moved(undone.brought + undone.confirmed) - with_moved(coalesce(others.facts, '{}'))
        FROM batch AS undone,
             (SELECT range_agg(other.brought + other.confirmed) AS facts FROM batch AS other
              WHERE other.id <> :batch AND other.kind NOT IN ('undo', 'catalogue') AND other.recorded_at IS NOT NULL
                AND NOT EXISTS (SELECT FROM batch AS undo WHERE undo.undoes = other.id)) AS others
        WHERE undone.id = :batch
        """;

    /// Range by range along the keys of the facts: looking each fact up in one multirange would read all of it each
    /// time.
    private static final String CHANGED_BY = """
        WITH retracted AS (SELECT lower(span) AS first, upper(span) AS after
                           FROM retraction, unnest(facts) AS span WHERE batch = ?),
             touched AS (SELECT release FROM retracted JOIN print ON fact >= first AND fact < after
                         UNION SELECT release FROM retracted JOIN schedule ON fact >= first AND fact < after
                         UNION SELECT release FROM retracted JOIN forecast ON fact >= first AND fact < after),
             placed AS (SELECT release, known_at AS instant FROM print
                        UNION ALL SELECT release, scheduled_at FROM schedule)
        SELECT split_part(release, '@', 1) AS indicator, extract(epoch FROM min(instant))::bigint AS first,
               extract(epoch FROM max(instant))::bigint AS last
        FROM placed JOIN touched USING (release) GROUP BY 1
        """;

    private final JdbcClient jdbc;

    Batches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Waits for every other import or undo, until the transaction ends.
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((row, number) -> true)
                .single();
    }

    long nextFact() {
        return jdbc.sql("SELECT nextval('fact')").query(Long.class).single();
    }

    /// Records that all numbers below this one are given.
    void factsUntil(long end) {
        jdbc.sql("SELECT setval('fact', ?, false)").param(end).query(Long.class).single();
    }

    /// Whether nothing was ever stored.
    boolean isEmpty() {
        return !jdbc.sql("SELECT EXISTS (SELECT FROM batch)")
                .query(Boolean.class)
                .single();
    }

    /// Every id ever given to a release of these indicators.
    List<ReleaseId> releaseIds(List<String> indicators) {
        return jdbc.sql("SELECT id FROM unnest(?) AS wanted JOIN release ON id >= wanted || '@' AND id < wanted || 'A'")
                .param(indicators.toArray(String[]::new))
                .query((row, number) -> new ReleaseId(row.getString("id")))
                .list();
    }

    /// Opens a batch of reported releases.
    long open(ReportedBatch batch) {
        return jdbc.sql("INSERT INTO batch (kind, profile, source, files) VALUES (?, ?, ?, ?) RETURNING id")
                .params(
                        batch.kind().code(),
                        batch.profile(),
                        batch.adapter().source(),
                        batch.files().toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /// Opens a batch of releases that an edited catalogue moves.
    long openMoves() {
        return jdbc.sql("INSERT INTO batch (kind) VALUES (?) RETURNING id")
                .param(BatchKind.CATALOGUE.code())
                .query(Long.class)
                .single();
    }

    long openUndo(BatchView undone) {
        return jdbc.sql("INSERT INTO batch (kind, profile, source, undoes) VALUES (?, ?, ?, ?) RETURNING id")
                .param(BatchKind.UNDO.code())
                .param(undone.profile())
                .param(undone.source())
                .param(undone.batch())
                .query(Long.class)
                .single();
    }

    void close(long batch, Instant recordedAt, Object counts, FactCollector facts) {
        jdbc.sql("""
            UPDATE batch SET recorded_at = ?, counts = ?::jsonb, brought = ?::int8multirange,
                   confirmed = ?::int8multirange
            WHERE id = ?
            """)
                .params(
                        recordedAt.atOffset(ZoneOffset.UTC),
                        Json.text(counts),
                        facts.brought(),
                        facts.confirmed(),
                        batch)
                .update();
    }

    void closeUndo(long undo, Instant recordedAt) {
        jdbc.sql("UPDATE batch SET recorded_at = ? WHERE id = ?")
                .params(recordedAt.atOffset(ZoneOffset.UTC), undo)
                .update();
    }

    void retract(long batch, long undo) {
        jdbc.sql(RETRACT).param("batch", batch).param("undo", undo).update();
    }

    /// What an undo changes: every region with a release whose facts it retracts.
    ChangedRegions changedBy(long undo) {
        ChangedRegions changed = new ChangedRegions();
        jdbc.sql(CHANGED_BY)
                .param(undo)
                .query((row, number) -> {
                    IndicatorId indicator = new IndicatorId(row.getString("indicator"));
                    changed.add(indicator, Instant.ofEpochSecond(row.getLong("first")));
                    changed.add(indicator, Instant.ofEpochSecond(row.getLong("last")));
                    return indicator;
                })
                .list();
        return changed;
    }

    void quarantine(long batch, List<RowFault> faults) {
        for (RowFault fault : faults) {
            jdbc.sql("INSERT INTO quarantine (batch, file, line, reason, message, raw) VALUES (?, ?, ?, ?, ?, ?)")
                    .params(batch, fault.file(), fault.line(), fault.reason().code(), fault.message(), fault.raw())
                    .update();
        }
    }

    List<QuarantinedRow> quarantined(@Nullable Long batch) {
        return jdbc.sql("""
            SELECT batch, file, line, reason, message, raw FROM quarantine
            WHERE (batch = :batch::bigint OR :batch::bigint IS NULL)
              AND NOT EXISTS (SELECT FROM batch AS undo WHERE undo.undoes = quarantine.batch
                              AND :batch::bigint IS NULL)
            ORDER BY id
            """)
                .param("batch", batch)
                .query((row, number) -> new QuarantinedRow(
                        row.getLong("batch"),
                        row.getString("file"),
                        row.getLong("line"),
                        row.getString("reason"),
                        row.getString("message"),
                        row.getString("raw")))
                .list();
    }

    Optional<BatchView> find(long batch) {
        return jdbc.sql(SELECT + " WHERE batch.id = ?")
                .param(batch)
                .query(Batches::view)
                .optional();
    }

    List<BatchView> all() {
        return jdbc.sql(SELECT + " ORDER BY batch.id DESC").query(Batches::view).list();
    }

    private static BatchView view(ResultSet row, int number) throws SQLException {
        String kind = row.getString("kind");
        JsonNode counts = Json.mapper().readTree(row.getString("counts"));
        Array files = row.getArray("files");
        return new BatchView(
                row.getLong("id"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                kind,
                row.getString("profile"),
                row.getString("source"),
                List.of((String[]) files.getArray()),
                counts.has("read") ? Json.mapper().treeToValue(counts, ImportCounts.class) : null,
                BatchKind.ofCode(kind) == BatchKind.CATALOGUE
                        ? counts.path("releases").asInt()
                        : null,
                row.getObject("undone_by", Long.class),
                row.getObject("undoes", Long.class));
    }
}
