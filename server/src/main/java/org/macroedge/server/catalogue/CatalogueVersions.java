package org.macroedge.server.catalogue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The catalogues that were in force in a store, by record time; the rows of table `catalogue_version`. Thread-safe.
public final class CatalogueVersions {

    private static final String LATEST = "SELECT hash FROM catalogue_version ORDER BY recorded_at DESC LIMIT 1";
    /// The first version holds before its record time too; the content of the current catalogue is at hand.
    private static final String IN_FORCE = """
        SELECT hash, CASE WHEN hash <> :current THEN content::text END AS content FROM catalogue_version
        WHERE recorded_at <= greatest(:recordedAt::timestamptz, (SELECT min(recorded_at) FROM catalogue_version))
        ORDER BY recorded_at DESC LIMIT 1
        """;

    private final JdbcClient jdbc;
    private final Catalogue current;
    private volatile Catalogue lastRead;

    /// @param current the catalogue as loaded
    public CatalogueVersions(JdbcClient jdbc, Catalogue current) {
        this.jdbc = jdbc;
        this.current = current;
        this.lastRead = current;
    }

    /// The catalogue as loaded.
    public Catalogue current() {
        return current;
    }

    /// Whether the store's latest version is the catalogue as loaded.
    public boolean isCurrent() {
        return jdbc.sql(LATEST)
                .query(String.class)
                .optional()
                .filter(current.hash()::equals)
                .isPresent();
    }

    /// Makes the catalogue as loaded the version from a record time on.
    public void record(Instant recordedAt) {
        jdbc.sql("INSERT INTO catalogue_version (recorded_at, hash, content) VALUES (?, ?, ?::json)")
                .params(recordedAt.atOffset(ZoneOffset.UTC), current.hash(), current.content())
                .update();
    }

    /// The catalogue in force at a record time: before the first version that one, in a store without any the one
    /// as loaded.
    ///
    /// @param recordedAt null for the latest, which is the one as loaded
    public Catalogue at(@Nullable Instant recordedAt) {
        return recordedAt == null
                ? current
                : version(recordedAt).map(this::catalogue).orElse(current);
    }

    private record Version(String hash, @Nullable String content) {}

    private Optional<Version> version(Instant recordedAt) {
        return jdbc.sql(IN_FORCE)
                .param("current", current.hash())
                .param("recordedAt", recordedAt.toString())
                .query((row, number) -> new Version(row.getString("hash"), row.getString("content")))
                .optional();
    }

    private Catalogue catalogue(Version version) {
        Catalogue known = lastRead;
        if (version.content() == null || known.hash().equals(version.hash())) {
            return version.content() == null ? current : known;
        }
        Catalogue read = CatalogueLoader.stored("catalogue " + version.hash(), version.content(), current.schemas());
        lastRead = read;
        return read;
    }
}
