package org.macroedge.engine.scenario;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.engine.surprise.StandardisedSurprise;

/// What releases that are to come at one instant would do to the bias of every instrument.
///
/// They are added to what is known, and everything is computed as it is for published releases. So a scenario with the
/// figures that come true gives the bits of the run at that instant, and one that changes weights or the scale, such as
/// by an indicator's first usable z, is computed through. Releases between what is known and the instant are none.
///
/// @param at the instant of the releases
/// @param before the bias at that instant if none of them came, by instrument
/// @param after the bias at that instant if all of them came, in the same order
/// @param surprises of the releases, in their order
/// @param conditional what the releases without a figure print given the others; null where all or none have one
public record Scenario(
        Instant at,
        List<InstrumentBias> before,
        List<InstrumentBias> after,
        List<StandardisedSurprise> surprises,
        @Nullable ConditionalBias conditional) {

    public Scenario {
        before = List.copyOf(before);
        after = List.copyOf(after);
        surprises = List.copyOf(surprises);
    }

    /// @param inputs later releases are left out
    /// @param asOf what is known
    /// @param at in whole seconds, after `asOf`
    /// @param releases of indicators of the inputs, each release once
    /// @throws IllegalArgumentException where `at` is not after `asOf`
    public static Scenario of(KnownInputs inputs, Instant asOf, Instant at, List<AssumedRelease> releases) {
        KnownBias known = new KnownBias(inputs, asOf);
        KnownBias.Outcome outcome = known.with(at, releases);
        return new Scenario(
                at,
                known.without(at),
                outcome.biases(),
                outcome.surprises(),
                ConditionalBias.of(known, at, releases, outcome.surprises()).orElse(null));
    }
}
