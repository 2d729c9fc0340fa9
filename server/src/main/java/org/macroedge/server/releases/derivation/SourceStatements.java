package org.macroedge.server.releases.derivation;

import java.util.List;

/// What one source stated about one indicator.
///
/// @param batches ascending by number
public record SourceStatements(String source, List<StatedBatch> batches) {

    public SourceStatements {
        batches = List.copyOf(batches);
    }
}
