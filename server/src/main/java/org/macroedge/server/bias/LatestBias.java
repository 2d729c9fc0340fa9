package org.macroedge.server.bias;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.surprises.LatestSurprises;
import org.macroedge.server.surprises.Surprises;

/// The answers of the latest record time, prepared once for each change of the store. Thread-safe.
public final class LatestBias {

    private final LatestSurprises surprises;
    private final Clock clock;
    private @Nullable Surprises known;
    private @Nullable BiasAnswers answers;

    public LatestBias(LatestSurprises surprises, Clock clock) {
        this.surprises = surprises;
        this.clock = clock;
    }

    /// The answers as known at a record time, by the catalogue in force then.
    ///
    /// @param recordedAt null for the latest
    public BiasAnswers at(@Nullable Instant recordedAt) {
        Surprises read = surprises.at(recordedAt);
        return recordedAt == null ? latest(read) : new BiasAnswers(read, clock);
    }

    private synchronized BiasAnswers latest(Surprises read) {
        BiasAnswers prepared = answers;
        if (prepared == null || known != read) {
            prepared = new BiasAnswers(read, clock);
            answers = prepared;
            known = read;
        }
        return prepared;
    }
}
