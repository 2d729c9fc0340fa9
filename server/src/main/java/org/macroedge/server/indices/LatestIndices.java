package org.macroedge.server.indices;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.surprises.LatestSurprises;
import org.macroedge.server.surprises.Surprises;

/// The answers about indices of the latest record time, prepared once for each change of the store. Thread-safe.
public final class LatestIndices {

    private final LatestSurprises surprises;
    private final Clock clock;
    private @Nullable Surprises known;
    private @Nullable IndexAnswers answers;

    LatestIndices(LatestSurprises surprises, Clock clock) {
        this.surprises = surprises;
        this.clock = clock;
    }

    /// The answers as known at a record time, by the catalogue in force then.
    ///
    /// @param recordedAt null for the latest
    public IndexAnswers at(@Nullable Instant recordedAt) {
        Surprises read = surprises.at(recordedAt);
        return recordedAt == null ? latest(read) : new IndexAnswers(read, clock);
    }

    private synchronized IndexAnswers latest(Surprises read) {
        IndexAnswers prepared = answers;
        if (prepared == null || known != read) {
            prepared = new IndexAnswers(read, clock);
            answers = prepared;
            known = read;
        }
        return prepared;
    }
}
