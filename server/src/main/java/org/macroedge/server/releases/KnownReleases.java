package org.macroedge.server.releases;

import java.time.Instant;
import java.util.List;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.release.ScheduledRelease;
import org.macroedge.server.catalogue.Catalogue;

/// All facts in force at one record time.
///
/// @param releases with a print, ascending by release instant, then indicator, then id
/// @param schedules of releases without a print, ascending by scheduled instant, then indicator, then id
/// @param catalogue in force then
/// @param recordedAt the record time; that of the latest change where none was requested
/// @param sampleOnly whether every release is the sample's; false where there is none
public record KnownReleases(
        Catalogue catalogue,
        List<ObservedRelease> releases,
        List<ScheduledRelease> schedules,
        Instant recordedAt,
        boolean sampleOnly) {

    public KnownReleases {
        releases = List.copyOf(releases);
        schedules = List.copyOf(schedules);
    }
}
