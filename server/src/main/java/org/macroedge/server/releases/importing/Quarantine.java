package org.macroedge.server.releases.importing;

import java.util.List;

/// Rows that could not be read.
public record Quarantine(List<QuarantinedRow> items) {}
