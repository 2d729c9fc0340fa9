package org.macroedge.server.correlation.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.correlation.NoCorrelation;
import org.macroedge.server.platform.json.Codes;

/// What the series have in common, over the rows in which all have a value.
///
/// @param series how many take part: those with values in at least half of the rows that vary in the rows in
/// which all have one; where `reason` says why there is nothing, how many have values in at least half of the rows
/// @param observations rows in which all of them have a value
/// @param intensity how far their correlations were drawn towards 0, in [0, 1]; null where `reason` says why
/// @param effective how many independent series vary as these do, from 1 to `series`; null where `reason` says
/// why
/// @param components at most three, the largest first
public record SharedMoves(
        int series,
        int observations,
        @Nullable Double intensity,
        @Nullable Double effective,
        List<SharedComponent> components,
        @Codes(NoCorrelation.class) @Nullable String reason) {}
