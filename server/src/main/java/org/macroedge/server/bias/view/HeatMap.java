package org.macroedge.server.bias.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.json.Codes;

/// The surprises of each region and category at one instant: positive is stronger, hotter, tighter.
///
/// @param totals the surprise index of each region over all categories
public record HeatMap(
        @JsonUnwrapped RunHeader run,
        @Codes(Region.class) List<String> regions,
        @Codes(Category.class) List<String> categories,
        List<HeatMapCell> cells,
        List<HeatMapTotal> totals)
        implements BiasRun {}
