package org.macroedge.engine.scenario;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.macroedge.engine.statistics.SurpriseDistribution;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.InstrumentId;

/// Which labels a release that is to come can change.
///
/// @param releasedAt when it is to come
/// @param scheduled whether a source announced it; else its usual dates make it likely
/// @param forecastKnown whether something is expected of it yet
/// @param surprise as if it came as expected; has a reason where it would not count
/// @param past how its indicator's surprises have been distributed
/// @param instruments whose label it can change, in the order of the inputs
public record ReleaseFlips(
        Instant releasedAt,
        boolean scheduled,
        boolean forecastKnown,
        StandardisedSurprise surprise,
        SurpriseDistribution past,
        List<InstrumentFlips> instruments) {

    /// By time, then by indicator and release.
    static final Comparator<ReleaseFlips> BY_TIME = Comparator.comparing(ReleaseFlips::releasedAt)
            .thenComparing(flips -> flips.surprise().release().indicator())
            .thenComparing(flips -> flips.surprise().release().releaseId());

    public ReleaseFlips {
        instruments = List.copyOf(instruments);
    }

    /// Those of one instrument; empty where the release cannot change its label.
    public Optional<InstrumentFlips> of(InstrumentId instrument) {
        return instruments.stream()
                .filter(flips -> flips.instrument().id().equals(instrument))
                .findFirst();
    }
}
