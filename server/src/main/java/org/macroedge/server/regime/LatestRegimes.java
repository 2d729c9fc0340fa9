package org.macroedge.server.regime;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.surprises.LatestSurprises;

/// The answers about regimes at a record time. Thread-safe.
public final class LatestRegimes {

    private final LatestSurprises surprises;
    private final Clock clock;

    LatestRegimes(LatestSurprises surprises, Clock clock) {
        this.surprises = surprises;
        this.clock = clock;
    }

    /// The answers as known at a record time, by the catalogue in force then.
    ///
    /// @param recordedAt null for the latest
    public RegimeAnswers at(@Nullable Instant recordedAt) {
        return new RegimeAnswers(surprises.at(recordedAt), clock);
    }
}
