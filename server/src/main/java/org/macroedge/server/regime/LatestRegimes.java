package org.macroedge.server.regime;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.regime.SecondOpinions;
import org.macroedge.server.surprises.LatestAnswers;
import org.macroedge.server.surprises.LatestSurprises;

/// The answers about regimes at a record time; those of the latest one are prepared once for each change of the store.
/// Thread-safe.
public final class LatestRegimes {

    private final LatestAnswers<RegimeAnswers> answers;

    LatestRegimes(LatestSurprises surprises, Clock clock) {
        SecondOpinions opinions = new SecondOpinions(); // a change of the store leaves most months as they were
        this.answers = surprises.prepared(known -> new RegimeAnswers(known, clock, opinions));
    }

    /// The answers as known at a record time, by the catalogue in force then.
    ///
    /// @param recordedAt null for the latest
    public RegimeAnswers at(@Nullable Instant recordedAt) {
        return answers.at(recordedAt);
    }
}
