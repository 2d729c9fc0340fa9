package org.macroedge.server.jobs;

import org.macroedge.engine.vocabulary.Coded;

/// Why a job ran.
public enum JobTrigger implements Coded {
    /// The clock.
    SCHEDULE,
    /// A scheduled run before it failed.
    RETRY,
    /// A job that it follows has succeeded.
    FOLLOWS,
    /// A person asked for it.
    MANUAL
}
