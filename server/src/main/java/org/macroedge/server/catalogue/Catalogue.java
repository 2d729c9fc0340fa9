package org.macroedge.server.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.vocabulary.IndicatorId;

/// Everything that is known before a release is seen, as loaded and checked.
///
/// @param instruments in the order of every table
public record Catalogue(
        Map<IndicatorId, Indicator> indicators, List<Instrument> instruments, Map<String, WeightSet> weightSets) {

    static Catalogue of(List<Indicator> indicators, List<Instrument> instruments, List<WeightSet> weightSets) {
        return new Catalogue(
                indicators.stream().collect(Collectors.toUnmodifiableMap(Indicator::id, Function.identity())),
                List.copyOf(instruments),
                weightSets.stream().collect(Collectors.toUnmodifiableMap(WeightSet::id, Function.identity())));
    }

    /// The indicator of an id.
    public Optional<Indicator> indicator(String id) {
        return indicators.values().stream()
                .filter(indicator -> indicator.id().value().equals(id))
                .findFirst();
    }
}
