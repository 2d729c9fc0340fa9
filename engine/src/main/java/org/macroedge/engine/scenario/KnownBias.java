package org.macroedge.engine.scenario;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macroedge.engine.bias.BiasModel;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.surprise.NextForecast;
import org.macroedge.engine.surprise.OwnPrintForecast;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.IndicatorId;

/// What is known at an instant, with the one model that every scenario from there shares. Not thread-safe.
final class KnownBias {

    private final KnownInputs known;
    private final Instant asOf;
    private final BiasModel model;
    private final Map<IndicatorId, Optional<NextForecast>> next = new HashMap<>();

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
        Map<IndicatorId, List<StandardisedSurprise>> assumed =
                new AssumedSurprises(known, at, releases, indicator -> own(indicator, at)).byIndicator();
        return new Outcome(
                model.with(assumed).at(at),
                releases.stream()
                        .map(release -> AssumedSurprises.of(assumed, release))
                        .toList());
    }

    /// What the own prints of an indicator say of its next release, if that comes at an instant.
    Optional<ObservedForecast> own(Indicator indicator, Instant at) {
        return next.computeIfAbsent(indicator.id(), id -> OwnPrintForecast.next(indicator, surprises(id)))
                .flatMap(forecast -> forecast.at(at));
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
