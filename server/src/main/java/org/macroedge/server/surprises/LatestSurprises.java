package org.macroedge.server.surprises;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.releases.ReleaseReader;

/// The surprises of the latest record time, computed once for each change of the facts or the catalogue. Thread-safe.
public final class LatestSurprises {

    private final ReleaseReader facts;
    private @Nullable Surprises latest;

    public LatestSurprises(ReleaseReader facts) {
        this.facts = facts;
    }

    /// The surprises as known at a record time, by the catalogue in force then.
    ///
    /// @param recordedAt null for the latest
    public Surprises at(@Nullable Instant recordedAt) {
        if (recordedAt == null) {
            return latest();
        }
        return Surprises.of(facts.asKnown(recordedAt));
    }

    private synchronized Surprises latest() {
        Surprises known = latest;
        if (known == null || !known.facts().recordedAt().equals(facts.latestRecordTime())) {
            // those of before need not be held while the new ones are computed
            latest = null;
            known = Surprises.of(facts.asKnown(null));
            latest = known;
        }
        return known;
    }

    /// Answers that are made of the surprises, and prepared once for each change of the store.
    ///
    /// @param prepare makes the answers of what is known at a record time
    public <T> LatestAnswers<T> prepared(Function<Surprises, T> prepare) {
        return new LatestAnswers<>(this, prepare);
    }
}
