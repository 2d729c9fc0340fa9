package org.macroedge.server.catalogue;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.macroedge.engine.catalogue.Correlations;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.vocabulary.Area;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.engine.vocabulary.DirectionClass;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.InstrumentId;
import org.macroedge.engine.vocabulary.Quadrant;
import org.macroedge.engine.vocabulary.Stage;
import org.macroedge.server.platform.query.WeightedQuery;

/// Reads one weight set of the catalogue.
final class WeightSetReader {

    private static final String REGIME_DIRECTIONS = "regimeDirections";

    private WeightSetReader() {}

    static WeightSet read(YamlEntry entry) {
        WeightSet read = complete(entry);
        if (read.isPrior() && read.id().equals(WeightedQuery.DEFAULT)) {
            throw new IllegalArgumentException("the set " + read.id() + " cannot have " + REGIME_DIRECTIONS
                    + ", because what shows its numbers does not say that they are a prior; use another id");
        }
        return read;
    }

    private static WeightSet complete(YamlEntry entry) {
        YamlEntry correlations = entry.field("correlations");
        return new WeightSet(
                entry.field("id").text(),
                entry.field("version").integer(),
                entry.field("mode").as(code -> Coded.of(SignalMode.class, code), "latest or sum"),
                numbers(entry.field("halfLives"), Frequency::ofCode),
                entry.field("clip").decimal().doubleValue(),
                new Correlations(
                        correlations.field("sameCategory").decimal().doubleValue(),
                        correlations.field("sameBloc").decimal().doubleValue(),
                        correlations.field("acrossBlocs").decimal().doubleValue()),
                exposures(entry.field("exposures")),
                directions(entry.field("directions")),
                regimeDirections(entry),
                entry.field("importance").entries().stream()
                        .map(value -> value.decimal().doubleValue())
                        .toList(),
                numbers(entry.field("stages"), Stage::ofCode),
                CanonicalHash.of(CanonicalJson.of(entry)));
    }

    private static Map<InstrumentId, Map<Area, Double>> exposures(YamlEntry entry) {
        Map<InstrumentId, Map<Area, Double>> exposures = new HashMap<>();
        entry.fields()
                .forEach((instrument, areas) ->
                        exposures.put(new InstrumentId(instrument), numbers(areas, Area::ofCode)));
        return exposures;
    }

    private static Map<DirectionClass, Map<Category, Double>> directions(YamlEntry entry) {
        Map<DirectionClass, Map<Category, Double>> directions = new HashMap<>();
        entry.fields()
                .forEach((code, categories) ->
                        directions.put(DirectionClass.ofCode(code), numbers(categories, Category::ofCode)));
        return directions;
    }

    private static Map<Quadrant, Map<DirectionClass, Map<Category, Double>>> regimeDirections(YamlEntry entry) {
        YamlEntry quadrants = entry.fields().get(REGIME_DIRECTIONS);
        Map<Quadrant, Map<DirectionClass, Map<Category, Double>>> directions = new HashMap<>();
        if (quadrants != null) {
            quadrants.fields().forEach((code, classes) -> directions.put(Quadrant.ofCode(code), directions(classes)));
        }
        return directions;
    }

    private static <K> Map<K, Double> numbers(YamlEntry entry, Function<String, K> key) {
        Map<K, Double> numbers = new HashMap<>();
        entry.fields()
                .forEach((code, value) ->
                        numbers.put(key.apply(code), value.decimal().doubleValue()));
        return numbers;
    }
}
