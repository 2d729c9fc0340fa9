package org.macroedge.server.releases.importing;

import java.util.List;

/// The batches, latest first.
public record BatchList(List<BatchView> items) {}
