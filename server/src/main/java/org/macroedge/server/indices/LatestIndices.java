package org.macroedge.server.indices;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.surprises.LatestAnswers;
import org.macroedge.server.surprises.LatestSurprises;

/// The answers about indices of the latest record time, prepared once for each change of the store. Thread-safe.
public final class LatestIndices {

    private final LatestAnswers<IndexAnswers> answers;

    LatestIndices(LatestSurprises surprises, Clock clock) {
        this.answers = surprises.prepared(known -> new IndexAnswers(known, clock));
    }

    /// The answers as known at a record time, by the catalogue in force then.
    ///
    /// @param recordedAt null for the latest
    public IndexAnswers at(@Nullable Instant recordedAt) {
        return answers.at(recordedAt);
    }
}
