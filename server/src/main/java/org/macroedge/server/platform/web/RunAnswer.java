package org.macroedge.server.platform.web;

/// An answer that its run determines. The run id is a hash of every input, so that two answers to the same request with
/// equal run id, staleness and sample mark have the same bytes. Its ETag consists of these.
public interface RunAnswer {

    String runId();

    boolean stale();

    boolean sampleOnly();

    /// Increases with each change of the keys or their meaning, which the run id does not cover.
    default int shapeVersion() {
        return 4;
    }
}
