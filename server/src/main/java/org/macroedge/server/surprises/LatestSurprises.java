package org.macroedge.server.surprises;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.releases.KnownFacts;
import org.macroedge.server.releases.ReleaseFacts;

/// The surprises of the latest record time, computed once for each change of the store. Thread-safe.
public final class LatestSurprises {

    private final Catalogue catalogue;
    private final ReleaseFacts facts;
    private @Nullable Surprises latest;

    public LatestSurprises(Catalogue catalogue, ReleaseFacts facts) {
        this.catalogue = catalogue;
        this.facts = facts;
    }

    /// The surprises as known at a record time.
    ///
    /// @param recordedAt null for the latest
    public Surprises at(@Nullable Instant recordedAt) {
        return recordedAt == null ? latest() : Surprises.of(catalogue, facts.asKnown(recordedAt));
    }

    private synchronized Surprises latest() {
        Surprises known = latest;
        if (known == null || !known.facts().recordedAt().equals(facts.latestRecordTime())) {
            KnownFacts read = facts.asKnown(null);
            known = Surprises.of(catalogue, read);
            latest = known;
        }
        return known;
    }
}
