package org.macroedge.server.bias.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every instrument's bias at one instant.
public record BiasSummary(
        @JsonUnwrapped RunHeader run,
        LabelBounds labelBounds,
        @Nullable BiasLead lead,
        @Nullable IndependentBiases independent,
        List<BiasItem> items)
        implements BiasRun {}
