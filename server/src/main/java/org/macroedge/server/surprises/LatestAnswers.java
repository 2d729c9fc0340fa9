package org.macroedge.server.surprises;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Answers of one kind at a record time. Those of the latest one are prepared once for each change of the store.
/// Thread-safe.
///
/// @param <T> the answers, which do not change
public final class LatestAnswers<T> {

    private final LatestSurprises surprises;
    private final Function<Surprises, T> prepare;
    private @Nullable Prepared<T> latest;

    private record Prepared<T>(Surprises surprises, T answers) {}

    /// @param prepare makes the answers of what is known at a record time
    LatestAnswers(LatestSurprises surprises, Function<Surprises, T> prepare) {
        this.surprises = surprises;
        this.prepare = prepare;
    }

    /// The answers as known at a record time, by the catalogue in force then.
    ///
    /// @param recordedAt null for the latest
    public T at(@Nullable Instant recordedAt) {
        Surprises known = surprises.at(recordedAt);
        return recordedAt == null ? latest(known) : prepare.apply(known);
    }

    private synchronized T latest(Surprises known) {
        Prepared<T> prepared = latest;
        if (prepared == null || prepared.surprises() != known) {
            prepared = new Prepared<>(known, prepare.apply(known));
            latest = prepared;
        }
        return prepared.answers();
    }
}
