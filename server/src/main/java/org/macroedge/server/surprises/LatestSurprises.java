package org.macroedge.server.surprises;

import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.releases.KnownReleases;
import org.macroedge.server.releases.ReleaseReader;

/// The surprises of the latest record time, computed once for each change of the facts or the catalogue: those of the
/// indicators that the event log names since the last change, and all of them after an edit of the catalogue, or where
/// the log no longer goes back so far. Thread-safe.
public final class LatestSurprises {

    private final ReleaseReader facts;
    private final ChangedIndicators changes;
    private @Nullable Latest latest;

    /// @param position of the last event of the log, before they were read
    private record Latest(Surprises surprises, long position) {

        KnownReleases facts() {
            return surprises.facts();
        }
    }

    public LatestSurprises(ReleaseReader facts, ChangedIndicators changes) {
        this.facts = facts;
        this.changes = changes;
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
        Latest known = latest;
        if (known == null || !known.facts().recordedAt().equals(facts.latestRecordTime())) {
            long position = changes.position(); // before the record time: what comes in between is looked for again
            known = new Latest(next(known, facts.latestRecordTime()), position);
            latest = known;
        }
        return known.surprises();
    }

    private Surprises next(@Nullable Latest before, Instant recordedAt) {
        if (before != null && isContinued(before, recordedAt)) {
            KnownReleases known = before.facts();
            Set<IndicatorId> changed =
                    changes.since(known.catalogue(), before.position(), known.recordedAt(), recordedAt);
            return before.surprises().replacing(changed, facts.asKnown(recordedAt, known, changed));
        }
        latest = null; // those of before need not be held while all are computed anew
        return Surprises.of(facts.asKnown(recordedAt));
    }

    /// Whether the event log names all that has changed since.
    private boolean isContinued(Latest before, Instant recordedAt) {
        String catalogue = before.facts().catalogue().hash();
        return recordedAt.isAfter(before.facts().recordedAt())
                && facts.catalogueAt(recordedAt).hash().equals(catalogue)
                && changes.isKeptSince(before.position());
    }

    /// Answers that are made of the surprises, and prepared once for each change of the store.
    ///
    /// @param prepare makes the answers of what is known at a record time
    public <T> LatestAnswers<T> prepared(Function<Surprises, T> prepare) {
        return new LatestAnswers<>(this, prepare);
    }
}
