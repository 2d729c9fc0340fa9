package org.macroedge.server.weights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.catalogue.WeightSetContent;
import org.macroedge.server.platform.database.InstantColumn;
import org.macroedge.server.weights.view.WeightSetPublication;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tables `weight_set_version` and `weight_set_publication`.
final class WeightSetStore {

    private static final String ADD_VERSION = """
        INSERT INTO weight_set_version (weight_set, version, hash, content, reason, author, proposed_at)
        VALUES (?, ?, ?, ?::json, ?, ?, ?)
        """;
    private static final String ADD_PUBLICATION = """
        INSERT INTO weight_set_publication (recorded_at, weight_set, version, kind, reason, author)
        VALUES (?, ?, ?, ?, ?, ?)
        """;
    private static final String VERSIONS = """
        SELECT version, hash, reason, author, proposed_at FROM weight_set_version
        WHERE weight_set = ? ORDER BY version DESC
        """;
    private static final String PUBLICATIONS = """
        SELECT recorded_at, weight_set, kind, version, reason, author FROM weight_set_publication
        WHERE weight_set = ? ORDER BY recorded_at
        """;
    private static final String CONTENT =
            "SELECT content::text FROM weight_set_version WHERE weight_set = ? AND version = ?";
    private static final String PUBLISHED = """
        SELECT weight_set FROM (
          SELECT DISTINCT ON (weight_set) weight_set, version FROM weight_set_publication
          ORDER BY weight_set, recorded_at DESC) AS latest
        WHERE version IS NOT NULL ORDER BY weight_set
        """;

    private final JdbcClient jdbc;

    WeightSetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A version without its content.
    record Version(int number, String hash, String reason, String author, Instant proposedAt) {

        private static Version of(ResultSet row, int number) throws SQLException {
            return new Version(
                    row.getInt("version"),
                    row.getString("hash"),
                    row.getString("reason"),
                    row.getString("author"),
                    InstantColumn.of(row, "proposed_at"));
        }
    }

    void add(WeightSetContent set, String reason, String author, Instant proposedAt) {
        jdbc.sql(ADD_VERSION)
                .params(
                        set.weights().id(),
                        set.weights().version(),
                        set.weights().hash(),
                        set.content(),
                        reason,
                        author,
                        proposedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    void add(WeightSetPublication publication) {
        jdbc.sql(ADD_PUBLICATION)
                .params(Arrays.asList(
                        publication.recordedAt().atOffset(ZoneOffset.UTC),
                        publication.weightSet(),
                        publication.version(),
                        publication.kind(),
                        publication.reason(),
                        publication.author()))
                .update();
    }

    /// Every version of a weight set, the latest first.
    List<Version> versions(String weightSet) {
        return jdbc.sql(VERSIONS).param(weightSet).query(Version::of).list();
    }

    /// The complete definition of a version; empty where there is none.
    Optional<WeightSetContent> content(String weightSet, int version) {
        return jdbc.sql(CONTENT)
                .params(weightSet, version)
                .query(String.class)
                .optional()
                .map(content -> WeightSetContent.stored("weight set " + weightSet, content));
    }

    /// What was in force when, the earliest first.
    List<WeightSetPublication> publications(String weightSet) {
        return jdbc.sql(PUBLICATIONS)
                .param(weightSet)
                .query((row, number) -> new WeightSetPublication(
                        InstantColumn.of(row, "recorded_at"),
                        row.getString("weight_set"),
                        row.getString("kind"),
                        row.getObject("version", Integer.class),
                        row.getString("reason"),
                        row.getString("author")))
                .list();
    }

    /// The ids of the weight sets of which a version is in force.
    List<String> published() {
        return jdbc.sql(PUBLISHED)
                .query((row, number) -> row.getString("weight_set"))
                .list();
    }

    /// How many weight sets have a version.
    long weightSets() {
        return jdbc.sql("SELECT count(DISTINCT weight_set) FROM weight_set_version")
                .query(Long.class)
                .single();
    }

    /// The versions in force one after the other that no roll-back took back; the last one is in force.
    static List<Integer> standing(List<WeightSetPublication> publications) {
        List<Integer> standing = new ArrayList<>();
        for (WeightSetPublication publication : publications) {
            Integer version = publication.version();
            if (publication.kind().equals(PublicationKind.ROLL_BACK.code())) {
                standing.removeLast();
            } else if (version != null) {
                standing.add(version);
            }
        }
        return standing;
    }

    /// The version in force; null where none is.
    static @Nullable Integer inForce(List<WeightSetPublication> publications) {
        return publications.isEmpty() ? null : publications.getLast().version();
    }
}
