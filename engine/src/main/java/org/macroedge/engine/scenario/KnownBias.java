package org.macroedge.engine.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.macroedge.engine.bias.BiasModel;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.IndicatorId;

/// What is known at an instant, with the one model that every scenario from there shares.
final class KnownBias {

    private final KnownInputs known;
    private final Instant asOf;
    private final BiasModel model;

    /// @param inputs later releases are left out
    KnownBias(KnownInputs inputs, Instant asOf) {
        this.known = inputs.until(asOf);
        this.asOf = asOf;
        this.model = known.model();
    }

    /// What the releases of an instant make of every bias.
    ///
    /// @param surprises of the releases, in their order
    record Outcome(List<InstrumentBias> biases, List<StandardisedSurprise> surprises) {}

    /// The bias at an instant if nothing came until then.
    List<InstrumentBias> without(Instant at) {
        return model.at(at);
    }

    /// The bias at an instant if these releases came.
    ///
    /// @throws IllegalArgumentException where `at` is not after what is known
    Outcome with(Instant at, List<AssumedRelease> releases) {
        if (!at.isAfter(asOf)) {
            throw new IllegalArgumentException("at " + at + " is not after " + asOf);
        }
        Map<IndicatorId, List<StandardisedSurprise>> assumed = new AssumedSurprises(known, at, releases).byIndicator();
        return new Outcome(
                model.with(assumed).at(at),
                releases.stream()
                        .map(release -> AssumedSurprises.of(assumed, release))
                        .toList());
    }

    /// The surprises of an indicator that are known.
    List<StandardisedSurprise> surprises(IndicatorId indicator) {
        return known.surprises().getOrDefault(indicator, List.of());
    }

    /// The means of other releases given those with these z.
    ConditionalSurprises given(Map<IndicatorId, Double> set) {
        return new ConditionalSurprises(known, set);
    }

    double clip() {
        return known.weights().clip();
    }
}
