package org.macroedge.server.releases.importing;

import java.time.Instant;

/// Which statements a batch made or repeated.
///
/// @param kind of the batch
/// @param startedAt when its rows were read
record BatchStatements(long batch, BatchKind kind, String source, Instant startedAt, Numbers statements) {}
