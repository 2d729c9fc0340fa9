package org.macroedge.server.releases.importing;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.platform.database.InstantColumn;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.releases.intake.ChangedRegions;
import org.macroedge.server.releases.intake.ImportCounts;
import org.macroedge.server.releases.intake.RowFault;
import org.macroedge.server.releases.verdicts.BatchVerdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// The rows of tables `batch`, `retraction` and `quarantine`.
final class Batches {

    /// Held by one import or undo at a time.
    private static final long LOCK = 0x696D706F7274L; // "import"

    private static final String SELECT = """
        SELECT batch.id, batch.recorded_at, batch.kind, batch.profile, batch.source, batch.files,
               batch.counts::text, batch.undoes, undo.id AS undone_by,
               verdict.release, verdict.stated, verdict.reason, verdict.author
        FROM batch LEFT JOIN batch AS undo ON undo.undoes = batch.id LEFT JOIN verdict ON verdict.batch = batch.id
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

    /// Whether no release was ever stored.
    boolean hasNoFacts() {
        return !jdbc.sql("SELECT EXISTS (SELECT FROM release)")
                .query(Boolean.class)
                .single();
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
        return open(batch.kind(), batch.profile(), batch.adapter().source(), batch.files());
    }

    /// Opens a batch of a kind.
    long open(BatchKind kind, String profile, String source, List<String> files) {
        return jdbc.sql("INSERT INTO batch (kind, profile, source, files) VALUES (?, ?, ?, ?) RETURNING id")
                .params(kind.code(), profile, source, files.toArray(String[]::new))
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

    /// Removes a batch that was opened in this transaction and changes nothing.
    void discard(long batch) {
        jdbc.sql("DELETE FROM batch WHERE id = ? AND recorded_at IS NULL")
                .param(batch)
                .update();
    }

    /// The last batch that undid one of a source; 0 where there is none.
    long lastUndoOf(String source) {
        return jdbc.sql("SELECT coalesce(max(id), 0) FROM batch WHERE undoes IS NOT NULL AND source = ?")
                .param(source)
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

    /// Every batch in force that made or repeated statements, except one.
    List<BatchStatements> inForce(long except) {
        return jdbc.sql("""
            SELECT id, kind, source, started_at, statements::text FROM batch
            WHERE recorded_at IS NOT NULL AND NOT isempty(statements) AND id <> ?
              AND NOT EXISTS (SELECT FROM batch AS undo WHERE undo.undoes = batch.id)
            """)
                .param(except)
                .query((row, number) -> new BatchStatements(
                        row.getLong("id"),
                        BatchKind.ofCode(row.getString("kind")),
                        row.getString("source"),
                        InstantColumn.of(row, "started_at"),
                        Numbers.of(row.getString("statements"))))
                .list();
    }

    /// The statements of a batch, as PostgreSQL writes a multirange.
    String statements(long batch) {
        return jdbc.sql("SELECT statements::text FROM batch WHERE id = ?")
                .param(batch)
                .query(String.class)
                .single();
    }

    /// Notes what a batch states, before it is closed.
    void state(long batch, Instant startedAt, Numbers statements) {
        jdbc.sql("UPDATE batch SET started_at = ?, statements = ?::int8multirange WHERE id = ?")
                .params(startedAt.atOffset(ZoneOffset.UTC), statements.multirange(), batch)
                .update();
    }

    void close(long batch, Instant recordedAt, Object counts) {
        jdbc.sql("UPDATE batch SET recorded_at = ?, counts = ?::jsonb WHERE id = ?")
                .params(recordedAt.atOffset(ZoneOffset.UTC), Json.text(counts), batch)
                .update();
    }

    /// Notes the facts that no longer follow since a batch.
    void retract(long batch, Numbers facts) {
        if (!facts.isEmpty()) {
            jdbc.sql("INSERT INTO retraction (batch, facts) VALUES (?, ?::int8multirange)")
                    .params(batch, facts.multirange())
                    .update();
        }
    }

    /// Adds the release that a batch of kind `statement` is about.
    void addJudged(long batch, ChangedRegions changes) {
        jdbc.sql("""
            SELECT split_part(release, '@', 1) AS indicator, extract(epoch FROM instant)::bigint AS instant
            FROM verdict JOIN statement ON number = verdict.statement WHERE verdict.batch = ?
            """)
                .param(batch)
                .query((row, number) -> {
                    IndicatorId indicator = new IndicatorId(row.getString("indicator"));
                    changes.add(indicator, Instant.ofEpochSecond(row.getLong("instant")));
                    return indicator;
                })
                .list();
    }

    void quarantine(long batch, List<RowFault> faults) {
        for (RowFault fault : faults) {
            jdbc.sql("INSERT INTO quarantine (batch, file, line, reason, message, raw) VALUES (?, ?, ?, ?, ?, ?)")
                    .params(batch, fault.file(), fault.line(), fault.reason().code(), fault.message(), fault.raw())
                    .update();
        }
    }

    /// Whether any of these rows is not in quarantine for a batch of the source that is in force.
    boolean hasNewFaults(String source, List<RowFault> faults) {
        Set<List<String>> known = new HashSet<>();
        if (!faults.isEmpty()) {
            jdbc.sql("""
                SELECT reason, raw FROM quarantine JOIN batch ON batch.id = quarantine.batch
                WHERE source = ? AND NOT EXISTS (SELECT FROM batch AS undo WHERE undo.undoes = batch.id)
                """)
                    .param(source)
                    .query((row, number) -> known.add(List.of(row.getString("reason"), row.getString("raw"))))
                    .list();
        }
        return faults.stream()
                .anyMatch(fault -> !known.contains(List.of(fault.reason().code(), fault.raw())));
    }

    /// @throws MacroEdgeException with `unknown-batch`
    List<QuarantinedRow> quarantined(@Nullable Long batch) {
        if (batch == null) {
            return QuarantinedRows.inForce(jdbc);
        }
        if (find(batch).isEmpty()) {
            throw ImportMessage.UNKNOWN_BATCH.exception(batch);
        }
        return QuarantinedRows.of(jdbc, batch);
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
                InstantColumn.of(row, "recorded_at"),
                kind,
                row.getString("profile"),
                row.getString("source"),
                List.of((String[]) files.getArray()),
                counts.has("read") ? Json.mapper().treeToValue(counts, ImportCounts.class) : null,
                BatchKind.ofCode(kind) == BatchKind.CATALOGUE
                        ? counts.path("releases").asInt()
                        : null,
                row.getString("release") == null
                        ? null
                        : new BatchVerdict(
                                row.getString("release"),
                                row.getString("stated"),
                                row.getString("reason"),
                                row.getString("author")),
                row.getObject("undone_by", Long.class),
                row.getObject("undoes", Long.class));
    }
}
