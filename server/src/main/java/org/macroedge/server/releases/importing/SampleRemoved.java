package org.macroedge.server.releases.importing;

import java.util.List;

/// The batches that a removal of the sample undid.
public record SampleRemoved(List<Long> batches) {}
