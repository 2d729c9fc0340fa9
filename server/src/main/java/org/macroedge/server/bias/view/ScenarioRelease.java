package org.macroedge.server.bias.view;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.json.Codes;

/// A release of a scenario.
///
/// @param set whether the question gave its figure; otherwise it is assumed to come as expected, with z = 0
/// @param unit of its figures
/// @param step the smallest difference that the publisher reports
/// @param actual the assumed figure; null where nothing is expected and the question gave none
/// @param sigma the scale as known; null without one
/// @param z clipped; null where the release would not count
/// @param reason why it would not count; null where it would
/// @param conditional what it prints on average given the releases that are set; null where it is set, where none
/// is, and where it would not count
public record ScenarioRelease(
        String releaseId,
        String indicator,
        String name,
        String shortName,
        @Codes(Region.class) String region,
        boolean set,
        String unit,
        BigDecimal step,
        @Nullable BigDecimal actual,
        @Nullable BigDecimal forecast,
        @Codes(ForecastKind.class) @Nullable String forecastKind,
        @Codes(Mark.class) List<String> marks,
        @Nullable Double sigma,
        int sigmaObservations,
        @Nullable Double z,
        @Codes(StandardisedSurprise.Reason.class) @Nullable String reason,
        @Nullable ConditionalMean conditional) {}
