package org.macroedge.engine.surprise;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.engine.vocabulary.Mark;

/// The surprise of one release, in the indicator's unit and in units of σ.
///
/// @param forecast null where there is no forecast
/// @param surprise actual − forecast in the indicator's unit; null without a forecast
/// @param sigma the scale known before the release; null without one
/// @param sigmaObservations how many earlier surprises are behind sigma
/// @param zRaw polarity · surprise / sigma; null where there is no usable z
/// @param z zRaw clipped
/// @param reason why there is no usable z; null where there is one
public record StandardisedSurprise(
        ObservedRelease release,
        @Nullable ObservedForecast forecast,
        @Nullable BigDecimal surprise,
        @Nullable Double sigma,
        int sigmaObservations,
        @Nullable Double zRaw,
        @Nullable Double z,
        @Nullable Reason reason,
        Set<Mark> marks) {

    /// Why a release has no usable z.
    public enum Reason implements Coded {
        NOTHING_EXPECTED,
        INSUFFICIENT_HISTORY
    }

    /// Whether this release can enter a bias.
    public boolean usable() {
        return z != null;
    }
}
