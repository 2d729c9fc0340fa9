package org.macroedge.server.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.catalogue.SurpriseIndex;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.vocabulary.Area;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.IndexSide;

/// Reads the surprise indices of the catalogue. What an index does not declare itself holds as in its weight set.
final class IndexReader {

    private static final String DEFAULT = "default";

    private final List<Indicator> indicators;
    private final List<WeightSet> weightSets;

    /// @param indicators of which every index needs at least one
    IndexReader(List<Indicator> indicators, List<WeightSet> weightSets) {
        this.indicators = indicators;
        this.weightSets = weightSets;
    }

    SurpriseIndex read(YamlEntry entry) {
        SurpriseIndex index = new SurpriseIndex(
                entry.field("id").text(),
                entry.field("name").text(),
                texts(entry.fields().get("aliases")),
                areas(entry.field("areas")),
                categories(entry),
                weights(entry));
        if (indicators.stream().noneMatch(index::covers)) {
            throw entry.failure(CatalogueMessage.COVERS_NOTHING);
        }
        return index;
    }

    private static List<String> texts(@Nullable YamlEntry list) {
        return list == null
                ? List.of()
                : list.entries().stream().map(YamlEntry::text).toList();
    }

    private static Set<Area> areas(YamlEntry list) {
        Set<Area> areas = new HashSet<>();
        list.entries().forEach(area -> areas.add(area.as(Area::ofCode, "a region or EMU")));
        return areas;
    }

    private static Set<Category> categories(YamlEntry entry) {
        YamlEntry side = entry.fields().get("side");
        YamlEntry listed = entry.fields().get("categories");
        if ((side == null) == (listed == null)) {
            throw new IllegalArgumentException("an index has either side or categories");
        }
        if (side != null) {
            return side.as(code -> Coded.of(IndexSide.class, code), "all, growth or inflation")
                    .categories();
        }
        Set<Category> categories = new HashSet<>();
        listed.entries().forEach(category -> categories.add(category.as(Category::ofCode, "a category")));
        return categories;
    }

    private WeightSet weights(YamlEntry entry) {
        String id = entry.fields().containsKey("weightSet")
                ? entry.field("weightSet").text()
                : DEFAULT;
        WeightSet shared = weightSets.stream()
                .filter(set -> set.id().equals(id))
                .findFirst()
                .orElseThrow(() -> entry.failure(CatalogueMessage.UNKNOWN_ID, "weight set", id));
        YamlEntry mode = entry.fields().get("mode");
        YamlEntry clip = entry.fields().get("clip");
        return shared.withSignals(
                mode == null ? shared.mode() : mode.as(code -> Coded.of(SignalMode.class, code), "latest or sum"),
                halfLives(shared, entry.fields().get("halfLives")),
                clip == null ? shared.clip() : clip.decimal().doubleValue());
    }

    private static Map<Frequency, Double> halfLives(WeightSet shared, @Nullable YamlEntry own) {
        Map<Frequency, Double> halfLives = new HashMap<>(shared.halfLives());
        if (own != null) {
            own.fields()
                    .forEach((frequency, days) -> halfLives.put(
                            Frequency.ofCode(frequency), days.decimal().doubleValue()));
        }
        return halfLives;
    }
}
