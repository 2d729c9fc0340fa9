package org.macroedge.server.releases.importing;

import java.util.List;

/// What a removal of the sample took back.
public record SampleRemoved(List<Long> batches) {}
