package org.macroedge.server.stream.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.macroedge.server.jobs.view.JobRunItem;

/// A run of a job began or ended.
///
/// @param version 1; a new key leaves it as it is
public record JobEvent(int version, @JsonUnwrapped JobRunItem run) {}
