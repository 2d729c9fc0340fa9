package org.macroedge.server.releases;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what is known from the store.
public final class ReleaseReader {

    private static final String LATEST = """
        SELECT greatest((SELECT max(recorded_at) FROM batch), (SELECT max(recorded_at) FROM catalogue_version),
                        timestamptz '1970-01-01T00:00:00Z')
        """;
    /// Whether every batch in force that brought facts is the sample's; false in an empty store.
    private static final String SAMPLE_ONLY = """
        SELECT coalesce(bool_and(kind = 'sample'), false) FROM batch
        WHERE recorded_at <= :recordedAt::timestamptz AND kind IN ('calendar', 'sample')
          AND NOT EXISTS (SELECT FROM batch AS undo
                          WHERE undo.undoes = batch.id AND undo.recorded_at <= :recordedAt::timestamptz)
        """;

    private final JdbcClient jdbc;
    private final FactReader tables;
    private final VerdictReader verdicts;
    private final CatalogueInForce catalogue;

    public ReleaseReader(JdbcClient jdbc, CatalogueInForce catalogue) {
        this.catalogue = catalogue;
        this.jdbc = jdbc;
        this.tables = new FactReader(jdbc);
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
        StoredFacts facts = tables.inForce(until);
        boolean sampleOnly = jdbc.sql(SAMPLE_ONLY)
                .param("recordedAt", until.toString())
                .query(Boolean.class)
                .single();
        return new ReleaseAssembler(
                        facts.prints().stream(),
                        facts.schedules().stream(),
                        facts.forecasts().stream(),
                        verdicts.inForce(until),
                        catalogue.at(until))
                .known(until, sampleOnly);
    }
}
