package org.macroedge.server.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.audit.view.AuditItem;
import org.macroedge.server.audit.view.AuditOutcome;
import org.macroedge.server.platform.database.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table of the audit log.
final class AuditStore {

    private static final String INSERT = """
        INSERT INTO audit (recorded_at, kind, principal, address, operation, targets, status, request_id, left_out)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    /// A bound that is not asked for is null, of a type that PostgreSQL cannot guess.
    private static final String PAGE = """
        SELECT number, recorded_at, kind, principal, address, operation, targets, status, request_id, left_out
        FROM audit
        WHERE (CAST(:before AS bigint) IS NULL OR number < :before)
          AND (CAST(:from AS timestamptz) IS NULL OR recorded_at >= :from)
          AND (CAST(:to AS timestamptz) IS NULL OR recorded_at <= :to)
          AND (CAST(:principal AS text) IS NULL OR principal = :principal)
          AND (CAST(:operation AS text) IS NULL OR operation = :operation)
        ORDER BY number DESC
        LIMIT :limit
        """;

    private AuditStore() {}

    /// Adds a row, as a part of the transaction in progress where there is one.
    static void add(JdbcClient jdbc, AuditRow row) {
        jdbc.sql(INSERT)
                .params(Arrays.asList(
                        row.recordedAt().atOffset(ZoneOffset.UTC),
                        row.caller() == null ? null : row.caller().kind().code(),
                        row.caller() == null ? null : row.caller().name(),
                        row.address(),
                        row.operation(),
                        row.targets().toArray(String[]::new),
                        row.status(),
                        row.requestId(),
                        row.leftOut()))
                .update();
    }

    /// The latest rows of a question, latest first.
    ///
    /// @param limit at most so many
    static List<AuditItem> latest(JdbcClient jdbc, AuditQuestion question, int limit) {
        return jdbc.sql(PAGE)
                .param("before", question.before())
                .param("from", time(question.from()))
                .param("to", time(question.to()))
                .param("principal", question.principal())
                .param("operation", question.operation())
                .param("limit", limit)
                .query(AuditStore::item)
                .list();
    }

    private static @Nullable Object time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static AuditItem item(ResultSet row, int number) throws SQLException {
        int status = row.getInt("status");
        return new AuditItem(
                row.getLong("number"),
                InstantColumn.of(row, "recorded_at"),
                row.getString("kind"),
                row.getString("principal"),
                row.getString("address"),
                row.getString("operation"),
                List.of((String[]) row.getArray("targets").getArray()),
                AuditOutcome.of(status).code(),
                status,
                row.getString("request_id"),
                row.getInt("left_out"));
    }
}
