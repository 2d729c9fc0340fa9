package org.macroedge.server.alerts;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.alerts.rules.LabelGate;

/// The bias of an instrument at a look.
///
/// @param knownAt when it was known
/// @param asOf the instant of the answer
/// @param score null where there is no label
record SeenBias(
        String instrument,
        Instant knownAt,
        Instant asOf,
        @Nullable Double score) {

    /// Data older than this are not today's market, and a change in them is no news.
    private static final Duration FRESH = Duration.ofDays(10);

    boolean isNews() {
        return !asOf.isBefore(knownAt.minus(FRESH));
    }

    LabelGate.Seen look() {
        return new LabelGate.Seen(knownAt, asOf, score);
    }
}
