package org.macroedge.server.platform.timescale;

import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.platform.config.StoreProfile;

/// What a store can have beyond the tables and views of every store; each has migrations of its own.
public enum StorePart implements Coded {
    /// The time series of derived rows in chunks of a year.
    HYPERTABLES(StoreProfile.APACHE, "5"),
    /// The daily surprises as a continuous aggregate.
    AGGREGATE(StoreProfile.TIMESCALE, "1"),
    /// Chunks older than two years in columns.
    COLUMNSTORE(StoreProfile.TIMESCALE, "1");

    private static final String LOCATION = "db/timescale/";

    private final StoreProfile profile;
    private final String version;

    StorePart(StoreProfile profile, String version) {
        this.profile = profile;
        this.version = version;
    }

    /// The least that the server has to have.
    StoreProfile profile() {
        return profile;
    }

    /// The version that its migrations lead to.
    String version() {
        return version;
    }

    /// The folder of its migrations in the program.
    String location() {
        return LOCATION + code();
    }

    /// The table of its migrations in the database.
    String history() {
        return "timescale_" + code();
    }
}
