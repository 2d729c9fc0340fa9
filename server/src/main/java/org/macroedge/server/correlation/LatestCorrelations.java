package org.macroedge.server.correlation;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.indices.LatestIndices;
import org.macroedge.server.prices.LatestPrices;

/// Gives the answers about correlations as known at a record time. Thread-safe.
public final class LatestCorrelations {

    private final LatestBias bias;
    private final LatestIndices indices;
    private final LatestPrices prices;
    private final Clock clock;

    LatestCorrelations(LatestBias bias, LatestIndices indices, LatestPrices prices, Clock clock) {
        this.bias = bias;
        this.indices = indices;
        this.prices = prices;
        this.clock = clock;
    }

    /// @param recordedAt null for the latest
    public CorrelationAnswers at(@Nullable Instant recordedAt) {
        return new CorrelationAnswers(bias.at(recordedAt), indices.at(recordedAt), prices.at(recordedAt), clock);
    }
}
