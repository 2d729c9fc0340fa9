package org.macroedge.server.jobs.view;

import java.util.List;

/// Every job, by name.
public record JobList(List<JobItem> items) {

    public JobList {
        items = List.copyOf(items);
    }
}
