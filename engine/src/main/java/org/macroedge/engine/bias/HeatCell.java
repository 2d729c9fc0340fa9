package org.macroedge.engine.bias;

import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Region;

/// The surprises of one region and category at one instant, without exposure or direction.
///
/// @param z positive is stronger, hotter or tighter; null where nothing is live
/// @param live indicators with a live signal
/// @param indicators in force in the catalogue
/// @param reason null where there is a z
public record HeatCell(
        Region region,
        Category category,
        @Nullable Double z,
        int live,
        int indicators,
        @Nullable NoValue reason) {}
