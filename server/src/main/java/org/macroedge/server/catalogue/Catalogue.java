package org.macroedge.server.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.catalogue.WeightSet;

/// Everything that is known before a release is seen, as loaded and checked.
public final class Catalogue {

    private static final int UNKNOWN_SOURCE = 0;

    private final List<Indicator> indicators;
    private final Map<String, Indicator> indicatorsById;
    private final List<Instrument> instruments;
    private final Map<String, WeightSet> weightSets;
    private final List<Source> sources;
    private final CatalogueSchemas schemas;
    private final String content;
    private final String hash;

    Catalogue(
            List<Indicator> indicators,
            List<Instrument> instruments,
            List<WeightSet> weightSets,
            List<Source> sources,
            CatalogueSchemas schemas,
            String content) {
        this.indicators =
                indicators.stream().sorted(Comparator.comparing(Indicator::id)).toList();
        this.indicatorsById = indicators.stream()
                .collect(Collectors.toUnmodifiableMap(one -> one.id().value(), Function.identity()));
        this.instruments = List.copyOf(instruments);
        this.weightSets = weightSets.stream().collect(Collectors.toUnmodifiableMap(WeightSet::id, Function.identity()));
        this.sources = sources.stream()
                .sorted(Comparator.comparingInt(Source::precedence).reversed().thenComparing(Source::id))
                .toList();
        this.schemas = schemas;
        this.content = content;
        this.hash = CanonicalHash.of(content);
    }

    /// All indicators, ascending by id.
    public List<Indicator> indicators() {
        return indicators;
    }

    /// The indicator of an id.
    public Optional<Indicator> indicator(String id) {
        return Optional.ofNullable(indicatorsById.get(id));
    }

    /// All instruments, in the order of every table.
    public List<Instrument> instruments() {
        return instruments;
    }

    /// The weight set of an id.
    public Optional<WeightSet> weightSet(String id) {
        return Optional.ofNullable(weightSets.get(id));
    }

    /// The ids of all weight sets, in alphabetical order.
    public List<String> weightSetIds() {
        return weightSets.keySet().stream().sorted().toList();
    }

    /// All sources, the one whose figures win first, then by id.
    public List<Source> sources() {
        return sources;
    }

    /// The precedence of a source's figures among those of several: the higher wins, and one that the catalogue does
    /// not know comes last, with 0.
    public int precedence(String source) {
        return sources.stream()
                .filter(known -> known.id().equals(source))
                .mapToInt(Source::precedence)
                .findFirst()
                .orElse(UNKNOWN_SOURCE);
    }

    /// The schemas that stand beside it.
    public CatalogueSchemas schemas() {
        return schemas;
    }

    /// Everything in it as parsed, as JSON with sorted keys: what it can be read from again.
    String content() {
        return content;
    }

    /// SHA-256 of everything in it as parsed, 64 hexadecimal digits: another value, another catalogue.
    public String hash() {
        return hash;
    }
}
