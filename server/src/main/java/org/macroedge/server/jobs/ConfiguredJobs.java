package org.macroedge.server.jobs;

import java.util.List;

/// Jobs of which a file of the user says how many there are. A module declares them as one bean.
public record ConfiguredJobs(List<Job> jobs) {

    public ConfiguredJobs {
        jobs = List.copyOf(jobs);
    }
}
