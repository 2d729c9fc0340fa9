package org.macroedge.server.bias.view;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Label;
import org.macroedge.server.platform.json.Codes;

/// A bias at one figure of the varied release.
///
/// @param sigmas the figure as z
/// @param value the figure in the indicator's unit, unrounded
/// @param label null where the bias has none for want of data
public record ScenarioPoint(
        double sigmas,
        BigDecimal value,
        double score,
        @Codes(Label.class) @Nullable String label,
        double z) {}
