package org.macroedge.server.indices.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.surprises.view.WaterfallStep;
import org.macroedge.server.surprises.view.WaterfallTotal;

/// Why one index changed between two instants: steps that add up to the change.
///
/// @param before the index at the start; null before its first usable z, which counts as 0
/// @param after the index at the end; null likewise
/// @param totals by kind of step
/// @param steps from the largest to the smallest
public record IndexWaterfall(
        @JsonUnwrapped IndexHeader header,
        String index,
        String name,
        Instant from,
        Instant to,
        @Nullable Double before,
        @Nullable Double after,
        List<WaterfallTotal> totals,
        List<WaterfallStep> steps) {}
