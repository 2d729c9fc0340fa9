package org.macroedge.server.platform.web;

/// An answer that its run determines: the run's id hashes every input, so two answers to one question with equal run,
/// staleness and sample mark are the same bytes. Its ETag is made of these and needs no look at the bytes.
public interface RunAnswer {

    String runId();

    boolean stale();

    boolean sampleOnly();

    /// Counts up with each change of the shape's keys or of their meaning, which no run id knows of.
    default int shapeVersion() {
        return 1;
    }
}
