package org.macroedge.server.bias.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.json.Codes;
import org.macroedge.server.surprises.view.WaterfallStep;
import org.macroedge.server.surprises.view.WaterfallTotal;

/// Why one instrument's bias changed between two instants: steps in units of Z that add up to the change.
///
/// @param since what told the start; null where it was given
/// @param recordedFrom the record time as of which the start was seen; null for that of the answer
/// @param before as seen at the start
/// @param totals by kind of step
/// @param steps from the largest to the smallest
public record BiasWaterfall(
        @JsonUnwrapped RunHeader run,
        LabelBounds labelBounds,
        String instrument,
        String name,
        @Codes(ChangeSince.class) @Nullable String since,
        Instant from,
        Instant to,
        @Nullable Instant recordedFrom,
        BiasLevel before,
        BiasLevel after,
        List<WaterfallTotal> totals,
        List<WaterfallStep> steps)
        implements BiasRun {}
