package org.macroedge.engine.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.IndicatorId;

/// What a release that a scenario leaves out prints on average, given those that it sets.
///
/// @param indicator of the release
/// @param z the mean, clipped at ±4; null where `reason` says why there is none
/// @param observations the fewest instants that two of the releases behind the mean shared; without a mean, the
/// instants shared with the release that is set and shared most
/// @param given the releases that the mean is given, by id; empty without a mean
/// @param reason null where there is a mean
public record ConditionalSurprise(
        IndicatorId indicator,
        @Nullable Double z,
        int observations,
        List<IndicatorId> given,
        @Nullable NoConditionalMean reason) {

    public ConditionalSurprise {
        given = List.copyOf(given);
    }

    static ConditionalSurprise none(IndicatorId indicator, int observations, NoConditionalMean reason) {
        return new ConditionalSurprise(indicator, null, observations, List.of(), reason);
    }
}
