package org.macroedge.server.bias.view;

import java.time.Instant;
import java.util.List;

/// The surprises of each region and category at one instant: positive is stronger, hotter, tighter.
public record HeatMap(
        Instant asOf,
        String runId,
        String weightSet,
        boolean stale,
        boolean sampleOnly,
        List<String> regions,
        List<String> categories,
        List<HeatCell> cells) {}
