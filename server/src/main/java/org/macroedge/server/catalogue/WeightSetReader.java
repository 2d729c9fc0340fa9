package org.macroedge.server.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.macroedge.engine.catalogue.Correlations;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.vocabulary.Bloc;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.engine.vocabulary.DirectionClass;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.InstrumentId;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.Stage;

/// Reads one weight set of the catalogue.
final class WeightSetReader {

    private static final Set<String> FIELDS = Set.of(
            "id",
            "version",
            "mode",
            "halfLives",
            "clip",
            "correlations",
            "importance",
            "stages",
            "exposures",
            "directions");

    private WeightSetReader() {}

    static WeightSet read(YamlEntry entry, List<Instrument> instruments) {
        entry.allow(FIELDS);
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
                exposures(entry.field("exposures"), instruments),
                directions(entry.field("directions")),
                entry.field("importance").entries().stream()
                        .mapToDouble(value -> value.decimal().doubleValue())
                        .toArray(),
                numbers(entry.field("stages"), Stage::ofCode),
                CanonicalHash.of(List.of(entry)));
    }

    private static Map<InstrumentId, Map<String, Double>> exposures(YamlEntry entry, List<Instrument> instruments) {
        Set<String> ids = new HashSet<>();
        instruments.forEach(instrument -> ids.add(instrument.id().value()));
        Map<InstrumentId, Map<String, Double>> exposures = new HashMap<>();
        entry.fields().forEach((instrument, areas) -> {
            if (!ids.contains(instrument)) {
                throw areas.wrong("\"" + instrument + "\" is the id of no instrument");
            }
            exposures.put(new InstrumentId(instrument), numbers(areas, WeightSetReader::area));
        });
        return exposures;
    }

    private static String area(String code) {
        return code.equals(Bloc.EMU.code()) ? code : Region.ofCode(code).code();
    }

    private static Map<DirectionClass, Map<Category, Double>> directions(YamlEntry entry) {
        Map<DirectionClass, Map<Category, Double>> directions = new HashMap<>();
        entry.fields()
                .forEach((code, categories) -> directions.put(
                        key(categories, code, DirectionClass::ofCode), numbers(categories, Category::ofCode)));
        return directions;
    }

    private static <K> Map<K, Double> numbers(YamlEntry entry, Function<String, K> key) {
        Map<K, Double> numbers = new HashMap<>();
        entry.fields()
                .forEach((code, value) ->
                        numbers.put(key(value, code, key), value.decimal().doubleValue()));
        return numbers;
    }

    private static <K> K key(YamlEntry entry, String code, Function<String, K> parser) {
        try {
            return parser.apply(code);
        } catch (IllegalArgumentException fault) {
            throw entry.wrong(String.valueOf(fault.getMessage()));
        }
    }
}
