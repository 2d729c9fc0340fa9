package org.macroedge.server.indices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.events.Event;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.platform.database.BulkCopy;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.home.DiskSpace;
import org.macroedge.server.releases.MacroDataUpdated;
import org.macroedge.server.surprises.DerivedConsumer;
import org.macroedge.server.surprises.DerivedFrom;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Keeps table `index_value` equal to the surprise indices of the latest record time at each daily close. A change
/// replaces the rows from its earliest market time on, because no earlier value can have changed; and the days between
/// the last release before it and after it come or go with it.
///
/// Only a process whose own catalogue files are in force writes.
public final class StoredIndices extends DerivedConsumer {

    private static final String NAME = "index-history";

    private static final String DELETE = """
        DELETE FROM index_value WHERE as_of >= least(?::timestamptz, ?::timestamptz + interval '1 second')
        """;
    private static final String LAST = "SELECT extract(epoch FROM max(as_of))::bigint FROM index_value";
    private static final String COPY = "COPY index_value (index, as_of, z, coverage, reason) FROM STDIN";
    private static final long SPACE = 64 * DiskSpace.MEGABYTE;

    private final LatestIndices latest;
    private final Database database;
    private final JdbcClient jdbc;
    private final BulkCopy copy;
    private final EventLog log;

    StoredIndices(
            CatalogueInForce catalogue,
            LatestIndices latest,
            Database database,
            DerivedFrom derivedFrom,
            EventLog log) {
        super(catalogue, derivedFrom);
        this.latest = latest;
        this.database = database;
        this.jdbc = database.jdbc();
        this.copy = new BulkCopy(database.source());
        this.log = log;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void rebuild() {
        requireSpace();
        jdbc.sql("DELETE FROM index_value").update();
        write(latest.at(null), Instant.MIN);
    }

    @Override
    public void accept(List<Event> delivered) {
        requireSpace();
        IndexAnswers answers = latest.at(null);
        changedFrom(delivered, answers.recordedAt()).ifPresent(from -> {
            jdbc.sql(DELETE)
                    .params(from.toString(), answers.lastRelease().toString())
                    .update();
            write(answers, lastStored().plusSeconds(1));
        });
    }

    /// The earliest market time that changed between the facts of the rows and those of now, which may be later than
    /// the events; empty where all these events were processed before.
    private Optional<Instant> changedFrom(List<Event> delivered, Instant until) {
        Instant processed = derivedFrom.recordedAt(NAME);
        return delivered.stream()
                .filter(event -> event.recordedAt().isAfter(processed))
                .findFirst()
                .flatMap(first -> log.events(MacroDataUpdated.TYPE, first.seq(), processed, until).stream()
                        .map(event -> event.read(MacroDataUpdated.class).marketFrom())
                        .min(Instant::compareTo));
    }

    /// The last close that is stored; [Instant#MIN] where there is none.
    private Instant lastStored() {
        return jdbc.sql(LAST)
                .query((row, number) -> row.getObject(1) == null ? Instant.MIN : Instant.ofEpochSecond(row.getLong(1)))
                .single();
    }

    private void requireSpace() {
        database.requireSpace(SPACE, "to bring the stored history up to date");
    }

    private void write(IndexAnswers answers, Instant from) {
        copy.write(COPY, answers.closes(from), IndexRow::write);
        derivedFrom.set(NAME, DerivedFrom.inputs(answers.catalogueHash()), answers.recordedAt());
    }
}
