package org.macroedge.server.releases.importing;

import java.time.Clock;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.platform.database.BulkCopy;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.releases.ReleaseFacts;

/// Reads and writes of one database, put together.
public record ReleaseStore(
        ReleaseFacts facts, Imports imports, CatalogueAdoption adoption, EventLog events, RecordTimes recordTimes) {

    public static ReleaseStore of(Database database, CatalogueInForce catalogue, Clock clock) {
        RecordTimes recordTimes = new RecordTimes(database.jdbc(), clock);
        EventLog events = new EventLog(database.jdbc());
        return new ReleaseStore(
                new ReleaseFacts(database.jdbc(), catalogue),
                new Imports(
                        database.jdbc(), database.transactions(), new BulkCopy(database.source()), recordTimes, events),
                new CatalogueAdoption(
                        database.jdbc(),
                        database.transactions(),
                        new BulkCopy(database.source()),
                        recordTimes,
                        events,
                        catalogue),
                events,
                recordTimes);
    }
}
