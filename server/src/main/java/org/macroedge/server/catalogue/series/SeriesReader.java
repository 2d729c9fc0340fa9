package org.macroedge.server.catalogue.series;

import java.math.BigDecimal;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.Stage;
import org.macroedge.server.catalogue.CatalogueMessage;
import org.macroedge.server.catalogue.YamlEntry;

/// Reads the series of the catalogue, and checks each against the contract of its indicator.
public final class SeriesReader {

    /// How the groups of one figure's stages end, as in `gdp-advance`, `gdp-second` and `gdp-final`.
    private static final Pattern STAGE = Pattern.compile("-(advance|second|revised|final)$");

    private final Map<String, Indicator> indicators;
    private final Set<String> sources;
    private final Map<List<String>, String> keys = new HashMap<>();
    private final Map<List<String>, String> suppliers = new HashMap<>();

    /// @param indicators those that a series may give
    /// @param sources the ids of those that may have it
    public SeriesReader(List<Indicator> indicators, Set<String> sources) {
        this.indicators = indicators.stream()
                .collect(Collectors.toMap(
                        indicator -> indicator.id().value(), Function.identity(), (first, duplicate) -> first));
        this.sources = Set.copyOf(sources);
    }

    /// @throws org.macroedge.server.catalogue.CatalogueException where it refers to something that does not exist, is
    /// listed twice, or does not fit its indicator
    public Series read(YamlEntry entry) {
        YamlEntry source = entry.field("source");
        if (!sources.contains(source.text())) {
            throw source.failure(CatalogueMessage.UNKNOWN_ID, "source", source.text());
        }
        YamlEntry scale = entry.fields().get("scale");
        YamlEntry inForce = entry.fields().get("inForce");
        YamlEntry release = entry.fields().get("release");
        Indicator indicator = indicator(entry.field("indicator"));
        Series series = new Series(
                indicator,
                source.text(),
                entry.field("key").text(),
                entry.field("publishes").text(),
                entry.field("unit").text(),
                scale == null ? BigDecimal.ONE : scale.decimal(),
                entry.field("transform").as(SeriesTransform::ofCode, "a transform"),
                inForce == null ? 1 : inForce.integer(),
                entry.field("page").as(URI::create, "an address"),
                release == null ? null : release.integer(),
                isStaged(indicator));
        checkContract(entry, series);
        checkUnique(entry, series);
        return series;
    }

    private Indicator indicator(YamlEntry id) {
        Indicator indicator = indicators.get(id.text());
        if (indicator == null) {
            throw id.failure(CatalogueMessage.UNKNOWN_ID, "indicator", id.text());
        }
        return indicator;
    }

    private boolean isStaged(Indicator first) {
        return indicators.values().stream()
                .anyMatch(later -> later.stage() != Stage.FIRST
                        && later.region() == first.region()
                        && figure(later).equals(figure(first)));
    }

    /// The group without the word for its stage.
    private static String figure(Indicator indicator) {
        return STAGE.matcher(indicator.group()).replaceFirst("");
    }

    private static void checkContract(YamlEntry entry, Series series) {
        Indicator indicator = series.indicator();
        if (!series.startsFromLevels()) {
            throw entry.field("publishes")
                    .failure(
                            CatalogueMessage.SERIES_NOT_LEVEL,
                            series.transform().code(),
                            series.publishes());
        }
        if (!series.transform().suits(indicator.frequency())) {
            throw entry.field("transform")
                    .failure(
                            CatalogueMessage.SERIES_FREQUENCY,
                            series.transform().code(),
                            indicator.id(),
                            indicator.frequency().code());
        }
        if (!series.resultTransform().equals(indicator.transform())) {
            throw entry.field("transform")
                    .failure(
                            CatalogueMessage.SERIES_TRANSFORM,
                            series.resultTransform(),
                            indicator.id(),
                            indicator.transform());
        }
        if (!series.resultUnit().equals(indicator.unit())) {
            throw entry.field("unit")
                    .failure(CatalogueMessage.SERIES_UNIT, series.resultUnit(), indicator.id(), indicator.unit());
        }
        if (indicator.stage() != Stage.FIRST) {
            throw entry.field("indicator")
                    .failure(
                            CatalogueMessage.SERIES_STAGE,
                            indicator.id(),
                            indicator.stage().code());
        }
    }

    private void checkUnique(YamlEntry entry, Series series) {
        String id = series.indicator().id().value();
        YamlEntry key = entry.field("key");
        String other = keys.putIfAbsent(
                List.of(series.source(), series.key(), series.transform().code()), id);
        if (other != null) {
            throw key.failure(CatalogueMessage.SERIES_KEY_TWICE, series.key(), other);
        }
        String supplier = suppliers.putIfAbsent(List.of(series.source(), id), series.key());
        if (supplier != null) {
            throw key.failure(CatalogueMessage.SERIES_TWICE, id, supplier, series.source());
        }
    }
}
