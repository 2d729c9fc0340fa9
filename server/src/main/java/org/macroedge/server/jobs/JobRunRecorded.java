package org.macroedge.server.jobs;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.macroedge.server.jobs.view.JobRunItem;

/// A run of a job began or ended.
public record JobRunRecorded(@JsonUnwrapped JobRunItem run) {

    /// The type on the wire.
    public static final String TYPE = "job_run_recorded";

    /// The version of the shape.
    public static final int VERSION = 1;
}
