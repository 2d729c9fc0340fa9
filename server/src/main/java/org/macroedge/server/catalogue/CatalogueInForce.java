package org.macroedge.server.catalogue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The catalogue in force: the latest version in table `catalogue_version`, whoever recorded it. Before the first
/// version, it is the one that this process loaded from its own files.
///
/// No component keeps a catalogue; each asks here. A question costs one small query, and the content is read once for
/// each version. Thread-safe.
public final class CatalogueInForce {

    /// As many versions as questions about the past usually alternate between.
    private static final int CACHED = 4;

    private static final String LATEST = "SELECT hash FROM catalogue_version ORDER BY recorded_at DESC LIMIT 1";
    /// The first version counts before its record time too.
    private static final String IN_FORCE = """
        SELECT hash FROM catalogue_version
        WHERE recorded_at <= greatest(?::timestamptz, (SELECT min(recorded_at) FROM catalogue_version))
        ORDER BY recorded_at DESC LIMIT 1
        """;
    private static final String CONTENT = "SELECT content::text FROM catalogue_version WHERE hash = ? LIMIT 1";
    private static final String SUPERSEDED = """
        SELECT coalesce(bool_or(hash = ?) AND max(recorded_at) >= ?::timestamptz, false) FROM catalogue_version
        """;
    private static final String RECORD =
            "INSERT INTO catalogue_version (recorded_at, hash, content) VALUES (?, ?, ?::json)";

    private final JdbcClient jdbc;
    private final CatalogueRows rows;
    private final LinkedHashMap<String, Catalogue> cached = LinkedHashMap.newLinkedHashMap(CACHED);
    private volatile LoadedCatalogue own;
    private volatile List<CatalogueFault> faults = List.of();

    /// @param own the catalogue as this process loaded it
    public CatalogueInForce(JdbcClient jdbc, LoadedCatalogue own) {
        this.jdbc = jdbc;
        this.rows = new CatalogueRows(jdbc);
        this.own = own;
    }

    /// The catalogue in force now.
    public Catalogue current() {
        return catalogue(latest());
    }

    /// The catalogue in force at a record time. Before the first version, the first version counts.
    ///
    /// @param recordedAt null for now
    public Catalogue at(@Nullable Instant recordedAt) {
        return recordedAt == null
                ? current()
                : catalogue(jdbc.sql(IN_FORCE)
                        .param(recordedAt.toString())
                        .query(String.class)
                        .optional());
    }

    /// The catalogue as this process last loaded it, in force or not.
    public LoadedCatalogue own() {
        return own;
    }

    /// Whether this process's own files are the version in force; false before the first version.
    public boolean isOwn() {
        return latest().filter(own.catalogue().hash()::equals).isPresent();
    }

    /// Whether this process's files were in force before and none was modified after the version in force was
    /// recorded. Such files are an older state, left over from before an edit, and must not come into force again.
    public boolean isSuperseded() {
        LoadedCatalogue loaded = own;
        return !isOwn()
                && jdbc.sql(SUPERSEDED)
                        .params(loaded.catalogue().hash(), loaded.modified().toString())
                        .query(Boolean.class)
                        .single();
    }

    /// Makes a catalogue the version in force from a record time on, in the caller's transaction, and stores its
    /// entries for readers by SQL.
    public void record(Catalogue catalogue, Instant recordedAt) {
        jdbc.sql(RECORD)
                .params(recordedAt.atOffset(ZoneOffset.UTC), catalogue.hash(), catalogue.content())
                .update();
        rows.write(catalogue);
    }

    /// Stores the entries of the version in force where an earlier version of macro-edge recorded it without them.
    public void completeRows() {
        if (rows.lack()) {
            rows.write(current());
        }
    }

    /// How this process's files stand to the catalogue in force.
    public CatalogueState state() {
        String hash = own.catalogue().hash();
        return CatalogueState.of(hash, latest().orElse(hash), faults);
    }

    /// Takes over files that were edited.
    void loaded(LoadedCatalogue edited) {
        own = edited;
        faults = List.of();
    }

    /// Keeps what is wrong with files that were edited; the catalogue loaded before stays.
    void faulty(List<CatalogueFault> found) {
        faults = List.copyOf(found);
    }

    private Optional<String> latest() {
        return jdbc.sql(LATEST).query(String.class).optional();
    }

    private Catalogue catalogue(Optional<String> hash) {
        Catalogue loaded = own.catalogue();
        return hash.filter(version -> !version.equals(loaded.hash()))
                .map(this::stored)
                .orElse(loaded);
    }

    private Catalogue stored(String hash) {
        synchronized (cached) {
            Catalogue known = cached.get(hash);
            if (known == null) {
                String content =
                        jdbc.sql(CONTENT).param(hash).query(String.class).single();
                known = CatalogueLoader.stored(
                        "catalogue " + hash, content, own.catalogue().schemas());
                if (cached.size() == CACHED) {
                    cached.pollFirstEntry();
                }
                cached.put(hash, known);
            }
            return known;
        }
    }
}
