package org.macroedge.server.weights.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every version of a weight set, and what was in force when.
///
/// @param inForce the version by which answers are computed now; null where none is
/// @param versions the latest first
/// @param publications the latest first
public record WeightSetHistory(
        String weightSet,
        @Nullable Integer inForce,
        List<WeightSetVersion> versions,
        List<WeightSetPublication> publications) {}
