package org.macroedge.server.platform.config;

import org.macroedge.engine.vocabulary.Coded;

/// What of TimescaleDB a server of PostgreSQL has, or a store may use; each has all of the one before.
public enum StoreProfile implements Coded {
    /// Tables and views of PostgreSQL.
    NONE("none"),
    /// What the Apache licence covers: hypertables.
    APACHE("apache"),
    /// What the Community licence covers: continuous aggregates and the columnstore too.
    TIMESCALE("timescale");

    private final String code;

    StoreProfile(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /// Whether it has all that another one has.
    public boolean has(StoreProfile other) {
        return compareTo(other) >= 0;
    }
}
