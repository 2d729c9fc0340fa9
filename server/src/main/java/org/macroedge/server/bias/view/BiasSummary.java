package org.macroedge.server.bias.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every instrument's bias at one instant.
///
/// @param causes the four release instants of the last 24 hours that moved a score most, by the largest move; those
/// that moved none by a point or more are left out
public record BiasSummary(
        @JsonUnwrapped RunHeader run,
        LabelBounds labelBounds,
        @Nullable BiasLead lead,
        @Nullable IndependentBiases independent,
        List<ReleaseCause> causes,
        List<BiasItem> items)
        implements BiasRun {}
