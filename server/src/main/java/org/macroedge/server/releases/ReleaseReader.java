package org.macroedge.server.releases;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what is known from the store.
public final class ReleaseReader {

    private static final String LATEST = """
        SELECT greatest((SELECT max(recorded_at) FROM batch), (SELECT max(recorded_at) FROM catalogue_version),
                        (SELECT max(recorded_at) FROM weight_set_publication), timestamptz '1970-01-01T00:00:00Z')
        """;
    /// Whether every batch in force that brought facts is the sample's; false in an empty store.
    private static final String SAMPLE_ONLY = """
        SELECT coalesce(bool_and(kind = 'sample'), false) FROM batch
        WHERE recorded_at <= :recordedAt::timestamptz AND kind IN ('calendar', 'sample', 'source', 'push')
          AND NOT EXISTS (SELECT FROM batch AS undo
                          WHERE undo.undoes = batch.id AND undo.recorded_at <= :recordedAt::timestamptz)
        """;

    private static final long MANY_FACTS = 200_000;
    private static final long RELEASES_AT_ONCE = 30_000;

    private final JdbcClient jdbc;
    private final VerdictReader verdicts;
    private final CatalogueInForce catalogue;

    public ReleaseReader(JdbcClient jdbc, CatalogueInForce catalogue) {
        this.catalogue = catalogue;
        this.jdbc = jdbc;
        this.verdicts = new VerdictReader(jdbc);
    }

    /// The record time of the latest change, of facts or of the catalogue; [Instant#EPOCH] before the first.
    public Instant latestRecordTime() {
        return jdbc.sql(LATEST).query(OffsetDateTime.class).single().toInstant();
    }

    /// Everything known at a record time, by the catalogue in force then.
    ///
    /// @param recordedAt null for the latest
    public KnownReleases asKnown(@Nullable Instant recordedAt) {
        Instant until = recordedAt == null ? latestRecordTime() : recordedAt;
        Interned interned = new Interned();
        ReleaseAssembler assembler = assembler(until, interned);
        if (isLarge()) {
            groups().forEach(group -> add(new FactReader(jdbc, interned, group), until, assembler));
        } else {
            add(new FactReader(jdbc, interned), until, assembler);
        }
        return assembler.known(until, isSampleOnly(until));
    }

    /// Everything known at a record time, where some indicators alone have changed since an earlier one. Only theirs is
    /// read.
    ///
    /// @param before what was known at the earlier record time, by a catalogue that is in force still
    /// @param changed every indicator of which something was stored or retracted since
    public KnownReleases asKnown(Instant recordedAt, KnownReleases before, Set<IndicatorId> changed) {
        Interned interned = new Interned();
        ReleaseAssembler assembler = assembler(recordedAt, interned);
        List<String> ids = changed.stream().map(IndicatorId::value).toList();
        add(new FactReader(jdbc, interned, ids), recordedAt, assembler);
        return before.replacing(changed, assembler.known(recordedAt, isSampleOnly(recordedAt)));
    }

    private boolean isSampleOnly(Instant until) {
        return jdbc.sql(SAMPLE_ONLY)
                .param("recordedAt", until.toString())
                .query(Boolean.class)
                .single();
    }

    /// The catalogue in force at a record time.
    public Catalogue catalogueAt(Instant recordedAt) {
        return catalogue.at(recordedAt);
    }

    /// What is known of the releases of one indicator at a record time: nothing where no release has its id.
    ///
    /// @param recordedAt null for the latest
    /// @param indicator its id, as it was asked for
    public KnownReleases asKnown(@Nullable Instant recordedAt, String indicator) {
        Instant until = recordedAt == null ? latestRecordTime() : recordedAt;
        Interned interned = new Interned();
        ReleaseAssembler assembler = assembler(until, interned);
        add(new FactReader(jdbc, interned, isPlain(indicator) ? List.of(indicator) : List.of()), until, assembler);
        return assembler.known(until, false);
    }

    /// A text may hold characters that PostgreSQL refuses.
    private static boolean isPlain(String text) {
        return text.chars().allMatch(letter -> letter > ' ' && letter <= '~');
    }

    private ReleaseAssembler assembler(Instant until, Interned interned) {
        return new ReleaseAssembler(verdicts.inForce(until), catalogue.at(until), interned);
    }

    /// Whether the store has releases at all.
    boolean hasReleases() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM release)")
                .query(Boolean.class)
                .single();
    }

    /// What sources say of some indicators, at the latest record time.
    ///
    /// @param indicators their ids
    public StoredFacts factsOf(List<String> indicators) {
        return new FactReader(jdbc, indicators).inForce(latestRecordTime());
    }

    /// The print that stands for a release, at the latest record time.
    public Optional<Print> standingPrint(ReleaseId release) {
        Comparator<Print> bestFirst = ReleaseWinner.bestFirst(new SourceOrder(catalogue.current()));
        return new FactReader(jdbc, List.of(release.indicator().value()))
                .inForce(latestRecordTime()).prints().stream()
                        .filter(print -> print.release().equals(release))
                        .min(bestFirst);
    }

    private static void add(FactReader reader, Instant until, ReleaseAssembler assembler) {
        StoredFacts facts = reader.inForce(until);
        assembler.add(facts.prints().stream(), facts.schedules().stream(), facts.forecasts().stream());
    }

    /// Whether the facts are so many that the rows of all of them would take more memory than what is made of them.
    private boolean isLarge() {
        return jdbc.sql("SELECT last_value FROM fact").query(Long.class).single() > MANY_FACTS;
    }

    /// The indicators that have releases, in groups to be read one after the other.
    private List<List<String>> groups() {
        List<List<String>> groups = new ArrayList<>();
        List<String> group = new ArrayList<>();
        long[] releases = {0};
        jdbc.sql("SELECT indicator, count(*) AS releases FROM release GROUP BY indicator ORDER BY indicator")
                .query(row -> {
                    releases[0] += row.getLong("releases");
                    if (!group.isEmpty() && releases[0] > RELEASES_AT_ONCE) {
                        groups.add(List.copyOf(group));
                        group.clear();
                        releases[0] = row.getLong("releases");
                    }
                    group.add(row.getString("indicator"));
                });
        groups.add(List.copyOf(group));
        return groups;
    }
}
