package org.macroedge.server.releases.derivation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The rows of the batch whose findings are wanted.
final class ReportedRows {

    private final long batch;
    private final Set<Long> numbers = new HashSet<>();

    /// @param sources everything that is stated
    ReportedRows(long batch, List<SourceStatements> sources) {
        this.batch = batch;
        sources.stream()
                .flatMap(source -> source.batches().stream())
                .filter(this::is)
                .flatMap(stated -> stated.statements().stream())
                .forEach(statement -> numbers.add(statement.number()));
    }

    /// Whether a batch is the one whose findings are wanted.
    boolean is(StatedBatch other) {
        return other.batch() == batch;
    }

    /// Whether a row is one of its rows.
    boolean have(Statement statement) {
        return numbers.contains(statement.number());
    }
}
