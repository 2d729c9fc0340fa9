package org.macroedge.server.jobs;

/// What a job does. It runs under a lock, so that no two runs of a job overlap in any process.
@FunctionalInterface
public interface JobWork {

    /// @return in one line, what was done
    String run();
}
