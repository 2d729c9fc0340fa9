package org.macroedge.server.releases.importing;

import java.time.Instant;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.releases.MacroDataUpdated;
import org.macroedge.server.releases.intake.ChangedRegions;

/// Appends one event for each region that a batch changed, in the transaction of the batch.
final class ChangeAnnouncer {

    private final EventLog events;

    ChangeAnnouncer(EventLog events) {
        this.events = events;
    }

    /// @param recordedAt of the batch
    void announce(ChangedRegions changes, long batch, Instant recordedAt) {
        for (MacroDataUpdated event : changes.events(batch)) {
            events.append(MacroDataUpdated.TYPE, MacroDataUpdated.VERSION, event.region(), recordedAt, event);
        }
    }
}
