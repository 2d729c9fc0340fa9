package org.macroedge.engine.surprise;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.engine.vocabulary.ForecastClass;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.Verdict;

/// The surprise of one release, in the indicator's unit and in units of σ.
///
/// @param forecast null where there is no forecast
/// @param surprise actual − forecast in the indicator's unit; null without a forecast
/// @param sigma the scale known before the release; null without one
/// @param sigmaObservations how many earlier surprises are behind sigma
/// @param zRaw polarity · surprise / sigma; null without a sigma
/// @param z zRaw clipped at the standard ±4; null where it is not usable
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
        /// There is no forecast.
        NOTHING_EXPECTED,
        /// There are too few surprises for a σ, and no prior serves.
        INSUFFICIENT_HISTORY,
        /// It looks like a typing error, and nobody confirmed it.
        SUSPECT,
        /// A person doubts the figures.
        DOUBTFUL,
        /// It did not take place.
        CANCELLED,
        /// The publisher took the figures back.
        WITHDRAWN;

        /// The reason of a verdict that sets a release aside.
        ///
        /// @throws IllegalArgumentException for one under which the release counts
        static Reason of(Verdict verdict) {
            return valueOf(verdict.name());
        }
    }

    /// The class of its forecast; null without one.
    public @Nullable ForecastClass forecastClass() {
        return forecast == null ? null : forecast.kind().forecastClass();
    }

    /// Whether this release can enter a bias.
    public boolean usable() {
        return z != null;
    }

    /// Whether it enters neither Z nor σ although it is complete: it is suspect, or a person set it aside.
    public boolean isLeftOut() {
        return release.isSetAside() || reason == Reason.SUSPECT;
    }

    /// Whether it counts, clipped, and is so large that a person should look at it: |zRaw| > 10.
    public boolean isExtreme() {
        return z != null && zRaw != null && Math.abs(zRaw) > SuspectRule.EXTREME;
    }
}
