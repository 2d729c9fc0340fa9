package org.macroedge.server.releases;

import java.time.Instant;
import java.util.List;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.release.ScheduledRelease;

/// All facts in force at one record time.
///
/// @param releases with a print, ascending by release instant, then indicator, then id
/// @param schedules of releases without a print, ascending by scheduled instant, then indicator, then id
/// @param recordedAt the record time of the latest batch that is in it; [Instant#EPOCH] for an empty store
/// @param sampleOnly whether every release is the sample's; false where there is none
public record KnownFacts(
        List<ObservedRelease> releases, List<ScheduledRelease> schedules, Instant recordedAt, boolean sampleOnly) {

    public KnownFacts {
        releases = List.copyOf(releases);
        schedules = List.copyOf(schedules);
    }
}
