package org.macroedge.server.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The weight sets that were published through the API, as they were in force at a record time.
final class PublishedWeights {

    private static final String IN_FORCE = """
        SELECT weight_set, content::text AS content FROM (
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

    /// What was in force.
    ///
    /// @param faults of stored definitions that this version of macro-edge cannot read; their weight
    /// sets are not among those in force, and all others are
    record InForce(List<WeightSetContent> weightSets, List<CatalogueFault> faults) {

        static final InForce NONE = new InForce(List.of(), List.of());
    }

    private record Stored(String weightSet, String content) {}

    /// @param recordedAt null for none
    InForce at(@Nullable Instant recordedAt) {
        if (recordedAt == null) {
            return InForce.NONE;
        }
        List<WeightSetContent> weightSets = new ArrayList<>();
        List<CatalogueFault> faults = new ArrayList<>();
        for (Stored stored : stored(recordedAt)) {
            try {
                weightSets.add(WeightSetContent.stored("weight set " + stored.weightSet(), stored.content()));
            } catch (CatalogueException unreadable) {
                faults.addAll(unreadable.faults());
            }
        }
        return new InForce(weightSets, faults);
    }

    private List<Stored> stored(Instant recordedAt) {
        return jdbc.sql(IN_FORCE)
                .param(recordedAt.toString())
                .query((row, number) -> new Stored(row.getString("weight_set"), row.getString("content")))
                .list();
    }
}
