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

    /// @param catalogue as loaded
    public LatestSurprises(Catalogue catalogue, ReleaseFacts facts) {
        this.catalogue = catalogue;
        this.facts = facts;
    }

    /// The surprises as known at a record time, by the catalogue in force then.
    ///
    /// @param recordedAt null for the latest
    public Surprises at(@Nullable Instant recordedAt) {
        if (recordedAt == null) {
            return latest();
        }
        KnownFacts then = facts.asKnown(recordedAt);
        return Surprises.of(then.catalogue(), then);
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
