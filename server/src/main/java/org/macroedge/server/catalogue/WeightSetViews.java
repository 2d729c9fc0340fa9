package org.macroedge.server.catalogue;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.catalogue.view.WeightSetItem;
import org.macroedge.server.catalogue.view.WeightSetList;

/// What the weight sets of a catalogue say and cover.
public final class WeightSetViews {

    private WeightSetViews() {}

    /// Every weight set of a catalogue.
    public static WeightSetList of(Catalogue catalogue) {
        return new WeightSetList(catalogue.weightSetIds().stream()
                .map(id -> item(catalogue.weightSet(id).orElseThrow(), catalogue))
                .toList());
    }

    /// The instruments to which no weight set of a catalogue gives a weight.
    public static List<String> withoutWeights(Catalogue catalogue) {
        List<WeightSetItem> items = of(catalogue).items();
        return ids(
                catalogue,
                instrument -> items.stream()
                        .noneMatch(item ->
                                item.instruments().contains(instrument.id().value())));
    }

    private static WeightSetItem item(WeightSet weights, Catalogue catalogue) {
        return new WeightSetItem(
                weights.id(),
                weights.version(),
                weights.hash(),
                weights.isPrior(),
                weights.mode().code(),
                byCode(weights.halfLives()),
                weights.clip(),
                weights.importance(),
                byCode(weights.stages()),
                (int) catalogue.indicators().stream()
                        .filter(indicator -> catalogue.instruments().stream()
                                .anyMatch(instrument -> weights.weighs(instrument, indicator)))
                        .count(),
                ids(catalogue, instrument -> covers(weights, instrument, catalogue)),
                ids(catalogue, instrument -> !covers(weights, instrument, catalogue)));
    }

    private static boolean covers(WeightSet weights, Instrument instrument, Catalogue catalogue) {
        return catalogue.indicators().stream().anyMatch(indicator -> weights.weighs(instrument, indicator));
    }

    private static List<String> ids(Catalogue catalogue, Predicate<Instrument> chosen) {
        return catalogue.instruments().stream()
                .filter(chosen)
                .map(instrument -> instrument.id().value())
                .toList();
    }

    private static <K extends Enum<K> & Coded> Map<String, Double> byCode(Map<K, Double> values) {
        Map<String, Double> byCode = new LinkedHashMap<>();
        values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .forEach(entry -> byCode.put(entry.getKey().code(), entry.getValue()));
        return byCode;
    }
}
