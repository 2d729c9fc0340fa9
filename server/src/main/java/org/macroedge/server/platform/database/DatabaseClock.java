package org.macroedge.server.platform.database;

import java.time.Instant;

/// The clock of the machine on which a database runs.
public final class DatabaseClock {

    private static final String NOW = "SELECT clock_timestamp() AS now";

    private DatabaseClock() {}

    /// What it shows.
    public static Instant shownBy(Database database) {
        return database.jdbc()
                .sql(NOW)
                .query((row, number) -> InstantColumn.of(row, "now"))
                .single();
    }
}
