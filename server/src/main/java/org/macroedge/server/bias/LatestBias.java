package org.macroedge.server.bias;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.surprises.LatestAnswers;
import org.macroedge.server.surprises.LatestSurprises;

/// The answers of the latest record time, prepared once for each change of the store. Thread-safe.
public final class LatestBias {

    private final LatestAnswers<BiasAnswers> answers;

    LatestBias(LatestSurprises surprises, Clock clock) {
        this.answers = surprises.prepared(known -> new BiasAnswers(known, clock));
    }

    /// The answers as known at a record time, by the catalogue in force then.
    ///
    /// @param recordedAt null for the latest
    public BiasAnswers at(@Nullable Instant recordedAt) {
        return answers.at(recordedAt);
    }
}
