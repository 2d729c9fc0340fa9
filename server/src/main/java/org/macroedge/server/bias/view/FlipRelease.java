package org.macroedge.server.bias.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.platform.json.Codes;

/// A release that is to come, with the labels that it can change.
///
/// @param forecast null where nothing is expected of it yet; its flips are then in σ
/// @param sigma the scale as known; null without one
/// @param reason why it would not count; null where it would
/// @param pastSurprises the usable surprises of its indicator, from which probabilities are estimated
/// @param bandwidth of their Gaussian kernel, in σ; null where no probability can be given
/// @param items by instrument; those whose label no figure within the clip changes are left out
public record FlipRelease(
        @JsonUnwrapped UpcomingRelease release,
        @Nullable BigDecimal forecast,
        @Codes(ForecastKind.class) @Nullable String forecastKind,
        @Codes(Mark.class) List<String> marks,
        @Nullable Double sigma,
        int sigmaObservations,
        @Codes(StandardisedSurprise.Reason.class) @Nullable String reason,
        int pastSurprises,
        @Nullable Double bandwidth,
        List<InstrumentFlipView> items) {}
