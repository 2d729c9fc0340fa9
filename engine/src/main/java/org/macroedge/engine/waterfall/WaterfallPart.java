package org.macroedge.engine.waterfall;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.surprise.StandardisedSurprise;

/// One additive part of a change.
///
/// @param at the instant at which it is booked; null for decay, which takes the whole span
/// @param indicator null for a change of scale, which moves all of them
/// @param release the release that set a signal, the one whose signal ended, or the one that counts after a
/// correction; null where there is none
/// @param replaced the release whose live signal a release displaced, or the one that counted before a
/// correction; null where there was none
/// @param before the indicator's contribution just before, in units of the sum; null for decay and scale
/// @param part in units of the sum
public record WaterfallPart(
        PartKind kind,
        @Nullable Instant at,
        @Nullable Indicator indicator,
        @Nullable StandardisedSurprise release,
        @Nullable StandardisedSurprise replaced,
        @Nullable Double before,
        double part) {}
