package org.macroedge.server.releases.derivation;

import java.util.List;
import java.util.Map;
import org.macroedge.server.releases.intake.RowOutcome;

/// What became of the rows of a batch.
///
/// @param outcomes of the rows that count
/// @param setAside rows that do not
/// @param released rows with an actual that the source had not given before
public record BatchResult(Map<RowOutcome, Long> outcomes, List<SetAside> setAside, List<Statement> released) {

    public BatchResult {
        outcomes = Map.copyOf(outcomes);
        setAside = List.copyOf(setAside);
        released = List.copyOf(released);
    }
}
