package org.macroedge.engine.revision;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.Coded;

/// A figure of an earlier period as a later release states it: another value, or the same one again (size 0).
///
/// @param announcing the release that states it as its previous figure
/// @param before the value that stood until then, in the indicator's unit
/// @param after the value from then on, in the indicator's unit
/// @param sigma the scale of earlier revisions, known before this one; null before there are enough
/// @param sigmaObservations how many earlier revisions sigma rests on
public record Revision(
        ObservedRelease announcing,
        BigDecimal before,
        BigDecimal after,
        @Nullable Double sigma,
        int sigmaObservations) {

    /// In σ. The estimator counts no revision beyond this size.
    public static final double LARGE = 4;

    /// One half-life of the scale: an estimate from fewer revisions still rests on how it started.
    static final int SETTLED = 24;

    /// Why a revision has no standardised size.
    public enum Reason implements Coded {
        /// There are too few revisions for a σ.
        INSUFFICIENT_HISTORY
    }

    /// When it became known.
    public Instant knownAt() {
        return announcing.releasedAt();
    }

    /// after − before, in the indicator's unit; positive where the figure is higher than it was.
    public BigDecimal size() {
        return after.subtract(before);
    }

    /// The size in σ, with the sign of the size and without the indicator's polarity; null without a σ.
    public @Nullable Double standardised() {
        return sigma == null ? null : size().doubleValue() / sigma + 0.0;
    }

    /// Whether σ rests on few revisions.
    public boolean isProvisional() {
        return sigma != null && sigmaObservations < SETTLED;
    }

    /// Whether its size is more than [#LARGE] σ: a benchmark revision, a shock or a corrected error.
    public boolean isLarge() {
        Double standardised = standardised();
        return standardised != null && Math.abs(standardised) > LARGE;
    }

    /// Why it has no standardised size; null where it has one.
    public @Nullable Reason reason() {
        return sigma == null ? Reason.INSUFFICIENT_HISTORY : null;
    }
}
