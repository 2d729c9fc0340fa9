package org.macroedge.server.bias.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.scenario.NoConditionalMean;
import org.macroedge.server.platform.json.Codes;

/// What a release that a scenario leaves out prints on average, given those that are set.
///
/// @param z the mean, clipped; null where `reason` says why there is none
/// @param observations the fewest instants that two of the releases behind the mean shared; without a mean, the
/// instants shared with the release that is set and shared most
/// @param given the indicators of the releases that the mean is given, by id; empty without a mean
/// @param reason null where there is a mean
public record ConditionalMean(
        @Nullable Double z,
        int observations,
        List<String> given,
        @Codes(NoConditionalMean.class) @Nullable String reason) {}
