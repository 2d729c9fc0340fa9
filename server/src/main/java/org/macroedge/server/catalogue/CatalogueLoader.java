package org.macroedge.server.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.vocabulary.AssetClass;
import org.macroedge.engine.vocabulary.DirectionClass;
import org.macroedge.engine.vocabulary.InstrumentId;

/// Loads the catalogue folder: `indicators/*.yaml`, `instruments.yaml`, `weight-sets.yaml` and `sources.yaml`.
///
/// The schemas in `schema` check the form of each entry, this class what refers to another one.
public final class CatalogueLoader {

    /// The name of the file in a home that remembers which bytes were found good.
    public static final String CHECKED = "catalogue.checked";

    private CatalogueLoader() {}

    /// Loads and checks everything, and names every fault of all files, not the first alone.
    ///
    /// @throws CatalogueException with file, line and field of each fault
    public static Catalogue load(Path folder) {
        CatalogueSchemas schemas = new CatalogueSchemas(folder);
        return load(folder, schemas, new CatalogueFiles(schemas));
    }

    /// Loads everything, and spares the schemas where the very same bytes were found good before.
    ///
    /// @param checked the file that remembers what was found good; where it cannot be written, the next load checks
    /// again
    /// @throws CatalogueException with file, line and field of each fault
    public static Catalogue load(Path folder, Path checked) {
        CheckedContent content = CheckedContent.of(folder);
        if (content.isKnown(checked)) {
            return load(folder, new CatalogueSchemas(folder), new CatalogueFiles(null));
        }
        Catalogue catalogue = load(folder);
        content.remember(checked);
        return catalogue;
    }

    private static Catalogue load(Path folder, CatalogueSchemas schemas, CatalogueFiles files) {
        List<YamlEntry> indicators = files.entries(FileKind.INDICATORS, regions(folder));
        List<YamlEntry> instruments = files.entries(FileKind.INSTRUMENTS, List.of(folder.resolve("instruments.yaml")));
        List<YamlEntry> weightSets = files.entries(FileKind.WEIGHT_SETS, List.of(folder.resolve("weight-sets.yaml")));
        List<YamlEntry> sources = files.entries(FileKind.SOURCES, List.of(folder.resolve("sources.yaml")));
        Set<String> indicatorIds = files.ids(indicators);
        Set<String> instrumentIds = files.ids(instruments);
        files.ids(weightSets);
        files.ids(sources);
        files.checkEach(indicators, "successor", entry -> refer(entry, entry.text(), indicatorIds, "indicator"));
        files.checkEach(
                weightSets,
                "exposures",
                entry -> entry.fields().forEach((id, areas) -> refer(areas, id, instrumentIds, "instrument")));
        List<Indicator> readIndicators = files.read(indicators, IndicatorReader::read);
        List<Instrument> readInstruments = files.read(instruments, CatalogueLoader::instrument);
        List<WeightSet> readWeightSets = files.read(weightSets, WeightSetReader::read);
        List<Source> readSources = files.read(sources, SourceReader::read);
        files.throwIfAny();
        return new Catalogue(
                readIndicators,
                readInstruments,
                readWeightSets,
                readSources,
                schemas,
                CanonicalHash.of(inOrder(indicators, instruments, weightSets, sources)));
    }

    private static void refer(YamlEntry place, String id, Set<String> known, String kind) {
        // where the other file could not be read, its own fault is enough
        if (!known.isEmpty() && !known.contains(id)) {
            throw place.wrong("\"" + id + "\" is the id of no " + kind);
        }
    }

    private static List<Path> regions(Path folder) {
        try (Stream<Path> files = Files.list(folder.resolve("indicators"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException fault) {
            throw new CatalogueException(
                    List.of(new CatalogueFault(folder, 1, "indicators", "cannot be read: " + fault)));
        }
    }

    @SafeVarargs
    private static List<YamlEntry> inOrder(List<YamlEntry> indicators, List<YamlEntry>... others) {
        List<YamlEntry> all = new ArrayList<>(indicators);
        all.sort(Comparator.comparing(entry -> entry.field("id").text()));
        List.of(others).forEach(all::addAll);
        return all;
    }

    private static Instrument instrument(YamlEntry entry) {
        return new Instrument(
                entry.field("id").as(InstrumentId::new, "an instrument id like EURUSD"),
                entry.field("name").text(),
                entry.field("assetClass").as(AssetClass::ofCode, "an asset class"),
                entry.field("directionClass").as(DirectionClass::ofCode, "a direction class"));
    }
}
