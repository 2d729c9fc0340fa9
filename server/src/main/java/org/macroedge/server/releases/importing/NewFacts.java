package org.macroedge.server.releases.importing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.releases.Forecast;
import org.macroedge.server.releases.Print;
import org.macroedge.server.releases.Schedule;

/// What a batch brings, numbered in the order found, and the facts that it confirms.
final class NewFacts {

    /// A release seen for the first time.
    record NewRelease(long fact, ReleaseId id) {}

    final List<NewRelease> releases = new ArrayList<>();
    final List<Print> prints = new ArrayList<>();
    final List<Schedule> schedules = new ArrayList<>();
    final List<Forecast> forecasts = new ArrayList<>();
    final FactNumbers confirmed = new FactNumbers();
    final ChangedRegions changed = new ChangedRegions();

    private final long first;
    private long next;
    private long revisions;

    NewFacts(long first) {
        this.first = first;
        this.next = first;
    }

    /// Forgets the facts, once they are written; numbers, confirmations and changes stay.
    void written() {
        releases.clear();
        prints.clear();
        schedules.clear();
        forecasts.clear();
    }

    long number() {
        return next++;
    }

    long first() {
        return first;
    }

    /// The number after the last one given.
    long end() {
        return next;
    }

    void countRevision() {
        revisions++;
    }

    /// New values that the batch shows for earlier releases.
    long revisions() {
        return revisions;
    }

    void changed(Indicator indicator, Instant at, @Nullable Instant before) {
        changed.add(indicator.id(), at);
        if (before != null) {
            changed.add(indicator.id(), before);
        }
    }
}
