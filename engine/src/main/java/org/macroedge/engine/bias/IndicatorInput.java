package org.macroedge.engine.bias;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.release.ScheduledRelease;
import org.macroedge.engine.signal.HalfLife;
import org.macroedge.engine.signal.KnownReleases;
import org.macroedge.engine.signal.SignalSeries;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.IndicatorId;

/// What the walk and its readers know of one indicator.
///
/// @param known all releases, those without a usable z included
/// @param schedules those with a capture instant
record IndicatorInput(
        Indicator indicator, SignalSeries signals, KnownReleases known, List<ScheduledRelease> schedules) {

    /// The inputs of a set of weights.
    ///
    /// @param indicators ascending by id
    /// @param surprises per indicator, in any order; an indicator without any may be absent
    /// @param schedules per indicator; an indicator without any may be absent
    static List<IndicatorInput> all(
            List<Indicator> indicators,
            WeightSet weights,
            Map<IndicatorId, List<StandardisedSurprise>> surprises,
            Map<IndicatorId, List<ScheduledRelease>> schedules) {
        Map<Frequency, HalfLife> halfLives = new EnumMap<>(Frequency.class);
        weights.halfLives().forEach((frequency, days) -> halfLives.put(frequency, new HalfLife(days)));
        return indicators.stream()
                .map(indicator -> of(
                        indicator,
                        Objects.requireNonNull(halfLives.get(indicator.frequency())),
                        weights,
                        surprises.getOrDefault(indicator.id(), List.of()),
                        schedules.getOrDefault(indicator.id(), List.of())))
                .toList();
    }

    /// The indicators of some inputs, in their order.
    static List<Indicator> indicators(List<IndicatorInput> inputs) {
        return inputs.stream().map(IndicatorInput::indicator).toList();
    }

    /// The same with other surprises.
    IndicatorInput with(List<StandardisedSurprise> surprises, WeightSet weights) {
        return of(indicator, signals.halfLife(), weights, surprises, schedules);
    }

    private static IndicatorInput of(
            Indicator indicator,
            HalfLife halfLife,
            WeightSet weights,
            List<StandardisedSurprise> surprises,
            List<ScheduledRelease> schedules) {
        return new IndicatorInput(
                indicator,
                SignalSeries.of(weights.mode(), halfLife, weights.clip(), surprises),
                new KnownReleases(weights.mode(), surprises),
                schedules.stream()
                        .filter(schedule -> schedule.capturedAt() != null)
                        .toList());
    }
}
