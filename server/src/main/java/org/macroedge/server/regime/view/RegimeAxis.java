package org.macroedge.server.regime.view;

import org.jspecify.annotations.Nullable;
import org.macroedge.engine.regime.AxisState;
import org.macroedge.engine.regime.NoAxisState;
import org.macroedge.server.platform.json.Codes;

/// One axis of a regime at a month-end.
///
/// @param composite in units of its own scale; null where there are too few data
/// @param reason why the state is undetermined; null where it is not
/// @param up in [0, 1]; null before the scale of its changes is known
/// @param distance how far the composite is from the value beyond which the state begins to change; below 0
/// where one month-end was beyond it; null where the state is undetermined
/// @param probability whether `up` beat persistence at the earlier month-ends, so that it may be called a
/// probability
/// @param switching the second opinion
public record RegimeAxis(
        @Nullable Double composite,
        @Codes(AxisState.class) String state,
        @Codes(NoAxisState.class) @Nullable String reason,
        @Nullable Double up,
        @Nullable Double distance,
        boolean probability,
        RegimeScores scores,
        RegimeSwitching switching) {}
