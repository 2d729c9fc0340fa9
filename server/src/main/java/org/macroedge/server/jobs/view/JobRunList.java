package org.macroedge.server.jobs.view;

import java.util.List;

/// Runs of jobs, latest first.
public record JobRunList(List<JobRunItem> items) {}
