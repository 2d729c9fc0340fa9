package org.macroedge.server.surprises;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The answers about indicators, as known at a record time. Thread-safe.
public final class LatestIndicators {

    private final LatestSurprises surprises;
    private final Clock clock;

    LatestIndicators(LatestSurprises surprises, Clock clock) {
        this.surprises = surprises;
        this.clock = clock;
    }

    /// The answers by the catalogue in force at a record time.
    ///
    /// @param recordedAt null for the latest
    public IndicatorAnswers at(@Nullable Instant recordedAt) {
        return new IndicatorAnswers(surprises.at(recordedAt), clock);
    }
}
