package org.macroedge.server.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.completeness.ReleaseState;
import org.macroedge.engine.completeness.Standing;
import org.macroedge.server.releases.PlannedRelease;
import org.macroedge.server.releases.Schedule;

/// A release that has no figure at an instant.
///
/// @param release null where no source announced it
/// @param schedule the one in force; null where no source announced it
/// @param dueAt when it is or was to be published
record OpenRelease(
        Indicator indicator,
        @Nullable PlannedRelease release,
        @Nullable Schedule schedule,
        Instant dueAt,
        Standing standing) {

    boolean isCancelled() {
        return standing.state() == ReleaseState.CANCELLED;
    }

    /// Whether its instant has passed, as seen from another one.
    boolean isPast(Instant asOf) {
        return !dueAt.isAfter(asOf);
    }
}
