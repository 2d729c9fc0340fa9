package org.macroedge.server.releases.importing;

import java.time.Clock;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.releases.ReleaseFacts;

/// Reads and writes of one database, put together.
public record ReleaseStore(ReleaseFacts facts, Imports imports) {

    public static ReleaseStore of(Database database, Clock clock) {
        RecordTimes recordTimes = new RecordTimes(database.jdbc(), clock);
        return new ReleaseStore(
                new ReleaseFacts(database.jdbc()),
                new Imports(
                        database.jdbc(),
                        database.transactions(),
                        database.source(),
                        recordTimes,
                        new EventLog(database.jdbc())));
    }
}
