package org.macroedge.server.releases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.macroedge.server.platform.database.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what people had stated by a record time.
final class VerdictReader {

    /// A source that states the same again after an undo makes another statement of it: the verdict holds for all
    /// that give the same figure of the same instant.
    private static final String IN_FORCE = """
        SELECT same.number AS statement, verdict.actual, verdict.stated, verdict.reason, verdict.author, batch.recorded_at, batch.id
        FROM verdict JOIN batch ON batch.id = verdict.batch JOIN statement AS judged ON judged.number = verdict.statement
             JOIN statement AS same ON same.indicator = judged.indicator AND same.source = judged.source
                  AND same.instant = judged.instant AND same.actual IS NOT DISTINCT FROM judged.actual
        WHERE batch.recorded_at <= :recordedAt::timestamptz
          AND NOT EXISTS (SELECT FROM batch AS undo
                          WHERE undo.undoes = batch.id AND undo.recorded_at <= :recordedAt::timestamptz)
        ORDER BY batch.recorded_at
        """;

    private final JdbcClient jdbc;

    VerdictReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The last one about each statement, by its number, whether it is a verdict or takes one back.
    Map<Long, ReleaseVerdict> inForce(Instant recordedAt) {
        Map<Long, ReleaseVerdict> last = new HashMap<>();
        jdbc.sql(IN_FORCE)
                .param("recordedAt", recordedAt.toString())
                .query(VerdictReader::verdict)
                .list()
                .forEach(verdict -> last.put(verdict.statement(), verdict));
        return last;
    }

    private static ReleaseVerdict verdict(ResultSet row, int number) throws SQLException {
        return new ReleaseVerdict(
                row.getLong("statement"),
                row.getBigDecimal("actual"),
                StatedVerdict.ofCode(row.getString("stated")),
                row.getString("reason"),
                row.getString("author"),
                InstantColumn.of(row, "recorded_at"),
                row.getLong("id"));
    }
}
