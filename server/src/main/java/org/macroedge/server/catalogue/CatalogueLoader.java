package org.macroedge.server.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.engine.catalogue.SurpriseIndex;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.vocabulary.AssetClass;
import org.macroedge.engine.vocabulary.DirectionClass;
import org.macroedge.engine.vocabulary.InstrumentId;
import org.macroedge.server.catalogue.series.Series;
import org.macroedge.server.catalogue.series.SeriesReader;

/// Loads the catalogue folder: `indicators/*.yaml`, `instruments.yaml`, `weight-sets.yaml`, `indices.yaml`,
/// `sources.yaml`, `series/*.yaml` and `prices.yaml`. A catalogue without `indices.yaml` has no surprise indices, one
/// without the folder `series` no actuals from publishers, and one without `prices.yaml` no series of prices.
///
/// The schemas in `schema` check the form of each entry; this class checks references between entries.
public final class CatalogueLoader {

    /// The name of the file in a home that records which bytes passed the schemas.
    public static final String CHECKED = "catalogue.checked";

    static final String INDICATORS = "indicators";
    private static final String INSTRUMENTS = "instruments";
    private static final String WEIGHT_SETS = "weightSets";
    private static final String INDICES = "indices";
    private static final String SOURCES = "sources";
    static final String SERIES = "series";
    private static final String PRICES = "prices";

    private CatalogueLoader() {}

    /// Loads and checks all files, and reports every fault, not only the first.
    ///
    /// @throws CatalogueException with file, line and field of each fault
    public static Catalogue load(Path folder) {
        CatalogueSchemas schemas = new CatalogueSchemas(folder);
        CatalogueFiles files = new CatalogueFiles(schemas);
        Entries entries = entries(folder, files);
        IndicatorRules.check(entries.indicators(), TitledIndicators.of(folder), files);
        return read(entries, schemas, files);
    }

    /// Loads all files without checking the schemas and the titles, for bytes that passed the check before.
    ///
    /// @throws CatalogueException with file, line and field of each fault
    static Catalogue loadChecked(Path folder) {
        CatalogueFiles files = new CatalogueFiles(null);
        return read(entries(folder, files), new CatalogueSchemas(folder), files);
    }

    /// Reads a catalogue from its canonical JSON.
    ///
    /// @param name the name to show in faults instead of a file
    /// @param schemas the schemas of the catalogue's files
    static Catalogue stored(String name, String content, CatalogueSchemas schemas) {
        YamlEntry root = YamlDocument.parse(name, content);
        return read(
                new Entries(
                        root.field(INDICATORS).entries(),
                        root.field(INSTRUMENTS).entries(),
                        root.field(WEIGHT_SETS).entries(),
                        later(root, INDICES),
                        root.field(SOURCES).entries(),
                        later(root, SERIES),
                        later(root, PRICES)),
                schemas,
                new CatalogueFiles(null));
    }

    /// None of a version that was stored before there were any.
    private static List<YamlEntry> later(YamlEntry root, String field) {
        YamlEntry entries = root.fields().get(field);
        return entries == null ? List.of() : entries.entries();
    }

    private static Entries entries(Path folder, CatalogueFiles files) {
        return new Entries(
                files.entries(FileKind.INDICATORS, files(folder, INDICATORS)),
                files.entries(FileKind.INSTRUMENTS, List.of(folder.resolve("instruments.yaml"))),
                new ExtendedEntries(files, "weight set above this one")
                        .complete(files.entries(FileKind.WEIGHT_SETS, List.of(folder.resolve("weight-sets.yaml")))),
                files.entries(FileKind.INDICES, existing(folder.resolve("indices.yaml"))),
                files.entries(FileKind.SOURCES, List.of(folder.resolve("sources.yaml"))),
                files.entries(
                        FileKind.SERIES, Files.isDirectory(folder.resolve(SERIES)) ? files(folder, SERIES) : List.of()),
                files.entries(FileKind.PRICES, existing(folder.resolve("prices.yaml"))));
    }

    private static List<Path> existing(Path file) {
        return Files.exists(file) ? List.of(file) : List.of();
    }

    private record Entries(
            List<YamlEntry> indicators,
            List<YamlEntry> instruments,
            List<YamlEntry> weightSets,
            List<YamlEntry> indices,
            List<YamlEntry> sources,
            List<YamlEntry> series,
            List<YamlEntry> prices) {

        /// Indicators may move from file to file, so they are ordered by id. The other entries keep the order of their
        /// file. Without any index, series or price, the text is that of a version from before there were any.
        String canonical() {
            List<YamlEntry> ordered = indicators.stream()
                    .sorted(Comparator.comparing(entry -> entry.field("id").text()))
                    .toList();
            Map<String, List<YamlEntry>> lists = new HashMap<>();
            lists.put(INDICATORS, ordered);
            lists.put(INSTRUMENTS, instruments);
            lists.put(WEIGHT_SETS, weightSets);
            lists.put(SOURCES, sources);
            if (!indices.isEmpty()) {
                lists.put(INDICES, indices);
            }
            if (!series.isEmpty()) {
                lists.put(SERIES, series);
            }
            if (!prices.isEmpty()) {
                lists.put(PRICES, prices);
            }
            return CanonicalJson.of(lists);
        }
    }

    private static Catalogue read(Entries entries, CatalogueSchemas schemas, CatalogueFiles files) {
        Set<String> indicatorIds = files.ids(entries.indicators());
        Set<String> instrumentIds = files.ids(entries.instruments());
        files.ids(entries.weightSets());
        Set<String> sourceIds = files.ids(entries.sources());
        files.names(entries.indices());
        files.checkEach(
                entries.indicators(), "successor", entry -> refer(entry, entry.text(), indicatorIds, "indicator"));
        files.checkEach(
                entries.weightSets(),
                "exposures",
                entry -> entry.fields().forEach((id, areas) -> refer(areas, id, instrumentIds, "instrument")));
        files.checkEach(
                entries.prices(), "instrument", entry -> refer(entry, entry.text(), instrumentIds, "instrument"));
        files.checkEach(entries.prices(), "source", entry -> refer(entry, entry.text(), sourceIds, "source"));
        List<Indicator> indicators = files.read(entries.indicators(), IndicatorReader::read);
        List<Instrument> instruments = files.read(entries.instruments(), CatalogueLoader::instrument);
        List<WeightSet> weightSets = files.read(entries.weightSets(), WeightSetReader::read);
        IndexReader reader = new IndexReader(indicators, weightSets);
        // where what they refer to could not be read, its own fault is enough
        boolean readable = indicators.size() == entries.indicators().size()
                && weightSets.size() == entries.weightSets().size();
        List<SurpriseIndex> indices = files.read(readable ? entries.indices() : List.of(), reader::read);
        List<Source> sources = files.read(entries.sources(), SourceReader::read);
        SeriesReader seriesReader =
                new SeriesReader(indicators, sources.stream().map(Source::id).collect(Collectors.toSet()));
        boolean sourced = indicators.size() == entries.indicators().size()
                && sources.size() == entries.sources().size();
        List<Series> series = files.read(sourced ? entries.series() : List.of(), seriesReader::read);
        List<PriceSeries> prices = files.read(entries.prices(), new PriceSeriesReader(instruments)::read);
        files.throwIfAny();
        return new Catalogue(
                indicators, instruments, weightSets, indices, sources, series, prices, schemas, entries.canonical());
    }

    private static void refer(YamlEntry place, String id, Set<String> known, String kind) {
        // where the other file could not be read, its own fault is enough
        if (!known.isEmpty() && !known.contains(id)) {
            throw place.failure(CatalogueMessage.UNKNOWN_ID, kind, id);
        }
    }

    private static List<Path> files(Path folder, String name) {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException fault) {
            throw new CatalogueException(
                    List.of(new CatalogueFault(folder, 1, name, CatalogueMessage.unreadable(fault))));
        }
    }

    private static Instrument instrument(YamlEntry entry) {
        return new Instrument(
                entry.field("id").as(InstrumentId::new, "an instrument id like EURUSD"),
                entry.field("name").text(),
                entry.field("assetClass").as(AssetClass::ofCode, "an asset class"),
                entry.field("directionClass").as(DirectionClass::ofCode, "a direction class"));
    }
}
