package org.macroedge.engine.scenario;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.macroedge.engine.bias.BiasModel;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.regime.QuadrantTimeline;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.IndicatorId;

/// What a bias is computed from. Schedules are left out: they only decide how punctual the data are, which no scenario
/// says.
///
/// @param surprises per indicator, in the order of the engine; an indicator without any may be absent
/// @param quadrants of these indicators and surprises
public record KnownInputs(
        List<Indicator> indicators,
        List<Instrument> instruments,
        WeightSet weights,
        Map<IndicatorId, List<StandardisedSurprise>> surprises,
        QuadrantTimeline quadrants) {

    public KnownInputs {
        indicators = List.copyOf(indicators);
        instruments = List.copyOf(instruments);
        surprises = Map.copyOf(surprises);
    }

    /// As above, without quadrants that others share.
    public KnownInputs(
            List<Indicator> indicators,
            List<Instrument> instruments,
            WeightSet weights,
            Map<IndicatorId, List<StandardisedSurprise>> surprises) {
        this(indicators, instruments, weights, surprises, new QuadrantTimeline(indicators, surprises));
    }

    /// Only what had been released by an instant. What a surprise is does not depend on later ones.
    KnownInputs until(Instant asOf) {
        Map<IndicatorId, List<StandardisedSurprise>> known = new HashMap<>();
        surprises.forEach((indicator, all) -> known.put(
                indicator,
                all.stream()
                        .filter(surprise -> !surprise.release().releasedAt().isAfter(asOf))
                        .toList()));
        return new KnownInputs(indicators, instruments, weights, known, quadrants.until(asOf));
    }

    BiasModel model() {
        return new BiasModel(indicators, instruments, weights, surprises, Map.of(), quadrants);
    }
}
