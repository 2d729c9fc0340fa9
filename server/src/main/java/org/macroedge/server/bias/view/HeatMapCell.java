package org.macroedge.server.bias.view;

import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.NoValue;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.json.Codes;

/// The decayed, weighted surprise of one region and category; null with a reason if none is live.
public record HeatMapCell(
        @Codes(Region.class) String region,
        @Codes(Category.class) String category,
        @Nullable Double z,
        int live,
        int indicators,
        @Codes(NoValue.class) @Nullable String reason) {}
