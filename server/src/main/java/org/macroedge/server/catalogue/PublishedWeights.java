package org.macroedge.server.catalogue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The weight sets that were published through the API, as they were in force at a record time.
final class PublishedWeights {

    private static final String IN_FORCE = """
        SELECT content::text AS content FROM (
          SELECT DISTINCT ON (weight_set) weight_set, version FROM weight_set_publication
          WHERE recorded_at <= ?::timestamptz
          ORDER BY weight_set, recorded_at DESC) AS latest
        JOIN weight_set_version USING (weight_set, version)
        ORDER BY weight_set
        """;

    private final JdbcClient jdbc;

    PublishedWeights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param recordedAt null for none
    List<WeightSetContent> at(@Nullable Instant recordedAt) {
        if (recordedAt == null) {
            return List.of();
        }
        return jdbc.sql(IN_FORCE)
                .param(recordedAt.toString())
                .query((row, number) -> WeightSetContent.stored(row.getString("content")))
                .list();
    }
}
