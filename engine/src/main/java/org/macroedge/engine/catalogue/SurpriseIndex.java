package org.macroedge.engine.catalogue;

import java.util.List;
import java.util.Set;
import org.macroedge.engine.vocabulary.Area;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.IndexSide;
import org.macroedge.engine.vocabulary.Region;

/// What a surprise index adds up: the indicators of some areas and categories. Immutable.
///
/// @param aliases other names of the same index, for example `EUR` of `EMU`
/// @param areas regions, or a bloc for all of its regions
/// @param weights the set whose mode, half-lives, clip, correlations, importance and stages hold; its exposures and
/// directions do not count
public record SurpriseIndex(
        String id, String name, List<String> aliases, Set<Area> areas, Set<Category> categories, WeightSet weights) {

    public SurpriseIndex {
        if (areas.isEmpty()) {
            throw new IllegalArgumentException("areas of " + id + " are empty");
        }
        if (categories.isEmpty()) {
            throw new IllegalArgumentException("categories of " + id + " are empty");
        }
        aliases = List.copyOf(aliases);
        areas = Set.copyOf(areas);
        categories = Set.copyOf(categories);
    }

    /// The index of one region over all categories.
    public static SurpriseIndex ofRegion(Region region, WeightSet weights) {
        return new SurpriseIndex(
                region.code(), region.code(), List.of(), Set.of(region), IndexSide.ALL.categories(), weights);
    }

    /// Whether an indicator belongs to this index.
    public boolean covers(Indicator indicator) {
        return categories.contains(indicator.category())
                && (areas.contains(indicator.region())
                        || areas.contains(indicator.region().bloc()));
    }

    /// The weight of an indicator before its group is shared out: importance · stage; 0 for one that does not belong to
    /// this index.
    public double unsharedWeight(Indicator indicator) {
        return covers(indicator) ? weights.unexposedWeight(indicator) : 0;
    }
}
