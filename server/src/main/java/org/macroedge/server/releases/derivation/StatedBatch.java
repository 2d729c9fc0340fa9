package org.macroedge.server.releases.derivation;

import java.time.Instant;
import java.util.List;

/// What one source stated about one indicator in one batch.
///
/// @param batch its number; later batches have higher ones
/// @param startedAt when it was read: a row of a later instant announces a release to come
/// @param statements in any order
public record StatedBatch(long batch, Instant startedAt, List<Statement> statements) {

    public StatedBatch {
        statements = List.copyOf(statements);
    }
}
