package org.macroedge.server.platform.config;

import org.macroedge.engine.vocabulary.Coded;

/// What of TimescaleDB a server of PostgreSQL has, or a store may use; each has all of the one before.
public enum StoreProfile implements Coded {
    /// Tables and views of PostgreSQL.
    NONE,
    /// What the Apache licence covers: hypertables.
    APACHE,
    /// What the Community licence covers: continuous aggregates and the columnstore too.
    TIMESCALE;

    /// Whether it has all that another one has.
    public boolean has(StoreProfile other) {
        return compareTo(other) >= 0;
    }
}
