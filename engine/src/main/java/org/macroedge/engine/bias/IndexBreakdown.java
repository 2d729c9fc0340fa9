package org.macroedge.engine.bias;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.SurpriseIndex;

/// A surprise index at one instant, down to each release.
///
/// @param contributions of live signals, ascending by indicator id; they add up to z
/// @param missing indicators in force that contribute nothing, ascending by indicator id
public record IndexBreakdown(
        SurpriseIndex index, IndexReading reading, List<Contribution> contributions, List<MissingIndicator> missing) {

    /// How many indicators have a live signal.
    public int live() {
        return (int) contributing().count();
    }

    /// How many indicators are in force in the catalogue.
    public int indicators() {
        return live() + missing.size();
    }

    /// The indicator that the whole index rests on, where only one is in force.
    public Optional<Indicator> onlyIndicator() {
        return indicators() == 1
                ? Stream.concat(contributing(), missing.stream().map(MissingIndicator::indicator))
                        .findFirst()
                : Optional.empty();
    }

    /// In mode `sum`, several releases of an indicator contribute.
    private Stream<Indicator> contributing() {
        return contributions.stream().map(Contribution::indicator).distinct();
    }
}
