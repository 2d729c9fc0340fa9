package org.macroedge.server.jobs;

import org.macroedge.engine.vocabulary.Coded;

/// How a run of a job ended.
public enum JobOutcome implements Coded {
    /// It has not ended.
    RUNNING,
    SUCCEEDED,
    FAILED,
    /// Its process ended before it did.
    INTERRUPTED
}
