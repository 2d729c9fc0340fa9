package org.macroedge.server.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.engine.catalogue.SurpriseIndex;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.server.catalogue.series.Series;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.UnknownName;

/// Everything known before a release: indicators, instruments, weight sets, surprise indices, sources and
/// series of prices, loaded and checked.
public final class Catalogue {

    private static final int UNKNOWN_SOURCE = 0;

    private final List<Indicator> indicators;
    private final Map<String, Indicator> indicatorsById;
    private final List<Instrument> instruments;
    private final Map<String, WeightSet> weightSets;
    private final Map<String, WeightSetContent> published;
    private final List<SurpriseIndex> indices;
    private final List<Source> sources;
    private final List<Series> series;
    private final List<PriceSeries> prices;
    private final CatalogueSchemas schemas;
    private final String content;
    private final String hash;

    Catalogue(
            List<Indicator> indicators,
            List<Instrument> instruments,
            List<WeightSet> weightSets,
            List<SurpriseIndex> indices,
            List<Source> sources,
            List<Series> series,
            List<PriceSeries> prices,
            CatalogueSchemas schemas,
            String content) {
        this.indicators =
                indicators.stream().sorted(Comparator.comparing(Indicator::id)).toList();
        this.indicatorsById = indicators.stream()
                .collect(Collectors.toUnmodifiableMap(one -> one.id().value(), Function.identity()));
        this.instruments = List.copyOf(instruments);
        this.weightSets = weightSets.stream().collect(Collectors.toUnmodifiableMap(WeightSet::id, Function.identity()));
        this.published = Map.of();
        this.indices = List.copyOf(indices);
        this.sources = sources.stream()
                .sorted(Comparator.comparingInt(Source::precedence).reversed().thenComparing(Source::id))
                .toList();
        this.series = List.copyOf(series);
        this.prices = List.copyOf(prices);
        this.schemas = schemas;
        this.content = content;
        this.hash = CanonicalHash.of(content);
    }

    private Catalogue(Catalogue files, Map<String, WeightSetContent> published) {
        this.indicators = files.indicators;
        this.indicatorsById = files.indicatorsById;
        this.instruments = files.instruments;
        this.weightSets = Stream.concat(
                        files.weightSets.values().stream(),
                        published.values().stream().map(WeightSetContent::weights))
                .collect(Collectors.toUnmodifiableMap(WeightSet::id, Function.identity()));
        this.published = published;
        this.indices = files.indices;
        this.sources = files.sources;
        this.series = files.series;
        this.prices = files.prices;
        this.schemas = files.schemas;
        this.content = files.content;
        this.hash = files.hash;
    }

    /// This catalogue with weight sets that were published through the API. Its hash and content stay those of the
    /// files: a published weight set changes no run of another one. Where the files define an id too,
    /// theirs counts.
    Catalogue with(List<WeightSetContent> published) {
        Map<String, WeightSetContent> added = published.stream()
                .filter(set -> !weightSets.containsKey(set.weights().id()))
                .collect(Collectors.toUnmodifiableMap(set -> set.weights().id(), Function.identity()));
        return added.isEmpty() ? this : new Catalogue(this, added);
    }

    /// All indicators, ascending by id.
    public List<Indicator> indicators() {
        return indicators;
    }

    /// The indicator with an id, in upper or lower case.
    public Optional<Indicator> indicator(String id) {
        Indicator exact = indicatorsById.get(id);
        return Optional.ofNullable(exact == null ? indicatorsById.get(id.toLowerCase(Locale.ROOT)) : exact);
    }

    /// All instruments, in the order of every table.
    public List<Instrument> instruments() {
        return instruments;
    }

    /// The instrument with an id, in upper or lower case.
    public Optional<Instrument> instrument(String id) {
        String wanted = id.toUpperCase(Locale.ROOT);
        return instruments.stream()
                .filter(instrument -> instrument.id().value().equals(wanted))
                .findFirst();
    }

    /// The instrument with an id, in upper or lower case.
    ///
    /// @throws MacroEdgeException with `unknown-instrument`, naming the three nearest
    public Instrument demandedInstrument(String id) {
        return instrument(id)
                .orElseThrow(() -> UnknownName.instrument(
                        id,
                        instruments.stream()
                                .map(instrument -> instrument.id().value())
                                .toList()));
    }

    /// The weight set with an id.
    ///
    /// @throws MacroEdgeException with `unknown-weight-set`
    public WeightSet demandedWeightSet(String id) {
        return weightSet(id).orElseThrow(() -> UnknownName.weightSet(id, weightSetIds()));
    }

    /// The weight set with an id; empty where there is none.
    public Optional<WeightSet> weightSet(String id) {
        return Optional.ofNullable(weightSets.get(id));
    }

    /// The ids of all weight sets, in alphabetical order.
    public List<String> weightSetIds() {
        return weightSets.keySet().stream().sorted().toList();
    }

    /// The ids of the weight sets whose biases are stored, in alphabetical order: all but priors, which are computed
    /// when asked.
    public List<String> storedWeightSetIds() {
        return weightSetIds().stream()
                .filter(id -> !demandedWeightSet(id).isPrior())
                .toList();
    }

    /// Whether a weight set was published through the API, and is in no file.
    public boolean isPublished(WeightSet weights) {
        return published.containsKey(weights.id());
    }

    /// The complete definition of a weight set; empty where there is none.
    Optional<YamlEntry> weightSetEntry(String id) {
        WeightSetContent stored = published.get(id);
        return stored == null
                ? YamlDocument.parse("catalogue", content).field("weightSets").entries().stream()
                        .filter(entry -> entry.field("id").text().equals(id))
                        .findFirst()
                : Optional.of(YamlDocument.parse("weight set", stored.content()));
    }

    /// All surprise indices, in the order of every table.
    public List<SurpriseIndex> indices() {
        return indices;
    }

    /// The surprise index with an id or an alias, in upper or lower case.
    public Optional<SurpriseIndex> index(String name) {
        return indices.stream()
                .filter(index -> index.id().equalsIgnoreCase(name)
                        || index.aliases().stream().anyMatch(name::equalsIgnoreCase))
                .findFirst();
    }

    /// All sources, by descending precedence, then by id.
    public List<Source> sources() {
        return sources;
    }

    /// The precedence of a source: the figures of the source with the highest precedence count. A source that the
    /// catalogue does not list has precedence 0.
    public int precedence(String source) {
        return sources.stream()
                .filter(known -> known.id().equals(source))
                .mapToInt(Source::precedence)
                .findFirst()
                .orElse(UNKNOWN_SOURCE);
    }

    /// All series, in the order of their files.
    public List<Series> series() {
        return series;
    }

    /// The series of a source.
    public List<Series> series(String source) {
        return series.stream().filter(known -> known.source().equals(source)).toList();
    }

    /// The series of prices that are declared, in the order of preference.
    public List<PriceSeries> prices() {
        return prices;
    }

    /// The schemas of the catalogue's files.
    public CatalogueSchemas schemas() {
        return schemas;
    }

    /// The parsed catalogue as JSON with sorted keys, from which it can be read again.
    String content() {
        return content;
    }

    /// SHA-256 of the parsed catalogue, as 64 hexadecimal digits. It changes with every value.
    public String hash() {
        return hash;
    }
}
