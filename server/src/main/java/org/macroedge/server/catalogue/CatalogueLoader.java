package org.macroedge.server.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.vocabulary.AssetClass;
import org.macroedge.engine.vocabulary.DirectionClass;
import org.macroedge.engine.vocabulary.InstrumentId;

/// Loads the catalogue folder: `indicators/*.yaml`, `instruments.yaml` and `weight-sets.yaml`.
public final class CatalogueLoader {

    private static final Set<String> INSTRUMENT = Set.of("id", "name", "assetClass", "directionClass");

    private CatalogueLoader() {}

    /// Loads and checks everything, and names every fault, not the first alone.
    ///
    /// @throws CatalogueException with file, line and field of each fault
    public static Catalogue load(Path folder) {
        List<CatalogueFault> faults = new ArrayList<>();
        List<YamlEntry> indicatorEntries = indicatorEntries(folder);
        List<YamlEntry> instrumentEntries =
                YamlEntry.read(folder.resolve("instruments.yaml")).entries();
        List<YamlEntry> weightSetEntries =
                YamlEntry.read(folder.resolve("weight-sets.yaml")).entries();
        List<Indicator> indicators = indicators(indicatorEntries, faults);
        List<Instrument> instruments = unique(instrumentEntries, faults, CatalogueLoader::instrument);
        List<WeightSet> weightSets =
                unique(weightSetEntries, faults, entry -> WeightSetReader.read(entry, instruments));
        if (!faults.isEmpty()) {
            throw new CatalogueException(faults);
        }
        List<YamlEntry> all = new ArrayList<>(indicatorEntries);
        all.sort(java.util.Comparator.comparing(entry -> entry.field("id").text()));
        all.addAll(instrumentEntries);
        all.addAll(weightSetEntries);
        return new Catalogue(indicators, instruments, weightSets, CanonicalHash.of(all));
    }

    private static List<YamlEntry> indicatorEntries(Path folder) {
        List<YamlEntry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("indicators"))) {
            files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .forEach(file -> entries.addAll(YamlEntry.read(file).entries()));
        } catch (IOException fault) {
            throw new UncheckedIOException("The catalogue folder " + folder + " has no folder of indicators", fault);
        }
        return entries;
    }

    private static List<Indicator> indicators(List<YamlEntry> entries, List<CatalogueFault> faults) {
        List<Indicator> indicators = unique(entries, faults, IndicatorReader::read);
        Map<String, Indicator> known = new HashMap<>();
        indicators.forEach(indicator -> known.put(indicator.id().value(), indicator));
        YamlEntry.gather(entries, faults, entry -> {
            YamlEntry successor = entry.fields().get("successor");
            if (successor != null && !known.containsKey(successor.text())) {
                throw successor.wrong("\"" + successor.text() + "\" is the id of no indicator");
            }
            return entry;
        });
        return indicators;
    }

    private static <T> List<T> unique(
            List<YamlEntry> entries, List<CatalogueFault> faults, java.util.function.Function<YamlEntry, T> read) {
        Set<String> seen = new HashSet<>();
        return YamlEntry.gather(entries, faults, entry -> {
            YamlEntry id = entry.field("id");
            if (!seen.add(id.text())) {
                throw id.wrong("\"" + id.text() + "\" is already taken; an id is never reused");
            }
            return read.apply(entry);
        });
    }

    private static Instrument instrument(YamlEntry entry) {
        entry.allow(INSTRUMENT);
        return new Instrument(
                entry.field("id").as(InstrumentId::new, "an instrument id like EURUSD"),
                entry.field("name").text(),
                entry.field("assetClass").as(AssetClass::ofCode, "an asset class"),
                entry.field("directionClass").as(DirectionClass::ofCode, "a direction class"));
    }
}
