package org.macroedge.server.bias.view;

import java.time.Instant;
import java.util.List;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.json.Codes;
import org.macroedge.server.platform.web.RunAnswer;

/// The surprises of each region and category at one instant: positive is stronger, hotter, tighter.
public record HeatMap(
        Instant asOf,
        String runId,
        String weightSet,
        boolean stale,
        boolean sampleOnly,
        @Codes(Region.class) List<String> regions,
        @Codes(Category.class) List<String> categories,
        List<HeatCell> cells)
        implements RunAnswer {}
