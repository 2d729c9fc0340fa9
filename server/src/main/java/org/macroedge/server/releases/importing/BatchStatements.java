package org.macroedge.server.releases.importing;

import java.time.Instant;
import java.util.List;

/// Which statements a batch made or repeated.
///
/// @param kind of the batch
/// @param startedAt when its rows were read
record BatchStatements(long batch, BatchKind kind, String source, Instant startedAt, Numbers statements) {

    /// Whether it repeats what only batches of another kind brought: a user's rows outlive the sample.
    boolean adopts(List<BatchStatements> inForce) {
        Numbers brought = new Numbers();
        Numbers others = new Numbers();
        inForce.forEach(before -> (before.kind() == kind ? brought : others).add(before.statements()));
        others.remove(brought);
        return statements.stream().anyMatch(others::contains);
    }
}
