package org.macroedge.engine.scenario;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.macroedge.engine.vocabulary.InstrumentId;

/// From which surprise on each release that is to come changes the label of each instrument.
///
/// The releases of an instant are assumed as a [Scenario] assumes them: the scheduled ones together and as
/// expected, those of other instants not at all. So each flip has the bits of the scenario's. A release of
/// which nothing is expected yet has its flips in σ, which do not depend on what will be expected; an
/// expected release is assumed with the scheduled ones of its instant.
///
/// All scenarios share one model. Nothing after the instant of what is known has a part in any of it.
///
/// @param releases by time, then by indicator
public record FlipMap(List<ReleaseFlips> releases) {

    /// A surprise of this size is rare, but not remarkable: a flip beyond it is named only where there is
    /// no nearer one.
    private static final double NEAR = 3;

    public FlipMap {
        releases = List.copyOf(releases);
    }

    /// The next release that could change a label.
    public record Next(ReleaseFlips release, InstrumentFlips instrument) {

        /// The nearest flip.
        public LabelFlip flip() {
            return instrument.flips().getFirst();
        }
    }

    /// @param inputs later releases are left out
    /// @param asOf what is known
    /// @param instants after `asOf`, each once, in any order
    /// @throws IllegalArgumentException where an instant is not after `asOf`
    public static FlipMap of(KnownInputs inputs, Instant asOf, List<AssumedInstant> instants) {
        FlipComputation computation = new FlipComputation(inputs, asOf);
        return new FlipMap(instants.stream()
                .flatMap(computation::of)
                .sorted(ReleaseFlips.BY_TIME)
                .toList());
    }

    /// The next release that could change the label of an instrument: the earliest with a flip within 3 σ,
    /// else the earliest with one. Of several at one instant, the one with the nearest flip.
    public Optional<Next> next(InstrumentId instrument) {
        List<Next> all = releases.stream()
                .flatMap(release -> release.of(instrument).map(flips -> new Next(release, flips)).stream())
                .toList();
        return all.stream()
                .min(Comparator.comparing((Next next) -> next.flip().distance() > NEAR)
                        .thenComparing(next -> next.release().releasedAt())
                        .thenComparingDouble(next -> next.flip().distance()));
    }
}
