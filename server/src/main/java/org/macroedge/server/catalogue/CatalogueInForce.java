package org.macroedge.server.catalogue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.database.InstantColumn;
import org.macroedge.server.platform.memory.BoundedMap;
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
    /// The first version of the files counts before its record time too.
    private static final String IN_FORCE = """
        SELECT (SELECT hash FROM catalogue_version
                WHERE recorded_at <= greatest(asked.at, (SELECT min(recorded_at) FROM catalogue_version))
                ORDER BY recorded_at DESC LIMIT 1) AS hash,
               (SELECT max(recorded_at) FROM weight_set_publication WHERE recorded_at <= asked.at) AS published
        FROM (SELECT coalesce(?::timestamptz, 'infinity') AS at) AS asked
        """;
    private static final String CONTENT = "SELECT content::text FROM catalogue_version WHERE hash = ? LIMIT 1";
    private static final String SUPERSEDED = """
        SELECT coalesce(bool_or(hash = ?) AND max(recorded_at) >= ?::timestamptz, false) FROM catalogue_version
        """;
    private static final String RECORD =
            "INSERT INTO catalogue_version (recorded_at, hash, content) VALUES (?, ?, ?::json)";

    private final JdbcClient jdbc;
    private final CatalogueRows rows;
    private final PublishedWeights published;
    /// The one that was asked for least recently goes first.
    private final Map<Version, Read> cached = Collections.synchronizedMap(BoundedMap.ofUsed(CACHED));
    private volatile LoadedCatalogue own;
    private volatile List<CatalogueFault> faults = List.of();

    /// @param hash of the files in force; null before the first version
    /// @param published when the last weight set was published or rolled back; null where none was
    private record Version(@Nullable String hash, @Nullable Instant published) {}

    /// @param unreadable why stored weight sets are left out
    private record Read(Catalogue catalogue, List<CatalogueFault> unreadable) {}

    /// @param own the catalogue as this process loaded it
    public CatalogueInForce(JdbcClient jdbc, LoadedCatalogue own) {
        this.jdbc = jdbc;
        this.rows = new CatalogueRows(jdbc);
        this.published = new PublishedWeights(jdbc);
        this.own = own;
    }

    /// The catalogue in force now.
    public Catalogue current() {
        return at(null);
    }

    /// The catalogue in force at a record time. Before the first version, the first version counts.
    ///
    /// @param recordedAt null for now
    public Catalogue at(@Nullable Instant recordedAt) {
        return read(recordedAt).catalogue();
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
        return CatalogueState.of(
                hash, latest().orElse(hash), faults, read((Instant) null).unreadable());
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

    /// @param recordedAt null for now
    private Read read(@Nullable Instant recordedAt) {
        return read(jdbc.sql(IN_FORCE)
                .param(recordedAt == null ? null : recordedAt.toString())
                .query((row, number) -> new Version(row.getString("hash"), InstantColumn.ofNullable(row, "published")))
                .single());
    }

    private Read read(Version version) {
        Catalogue loaded = own.catalogue();
        String hash = version.hash() == null ? loaded.hash() : version.hash();
        boolean isLoaded = hash.equals(loaded.hash());
        if (isLoaded && version.published() == null) {
            return new Read(loaded, List.of());
        }
        Read known = cached.get(version);
        if (known == null) { // two that ask at once may both read it
            PublishedWeights.InForce inForce = published.at(version.published());
            known = new Read((isLoaded ? loaded : stored(hash)).with(inForce.weightSets()), inForce.faults());
            cached.put(version, known);
        }
        return known;
    }

    private Catalogue stored(String hash) {
        String content = jdbc.sql(CONTENT).param(hash).query(String.class).single();
        return CatalogueLoader.stored(
                "catalogue " + hash, content, own.catalogue().schemas());
    }
}
