package org.macroedge.server.platform.web;

import org.macroedge.engine.vocabulary.Coded;

/// What a caller of a server may do. Each role may do what those before it may.
public enum Role implements Coded {
    /// Reads.
    VIEWER,
    /// Also changes data: imports, pushes, statements about releases, runs of jobs.
    ANALYST,
    /// Also manages keys and jobs.
    ADMIN;

    /// Whether this role may do what another one is needed for.
    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }
}
