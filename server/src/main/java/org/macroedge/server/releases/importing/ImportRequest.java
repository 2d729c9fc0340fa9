package org.macroedge.server.releases.importing;

import java.time.Instant;
import java.util.List;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.CalendarProfile;
import org.macroedge.server.releases.profile.CalendarReader;

/// Calendar files to import as one batch.
///
/// @param profileName as the batch records it
/// @param sample whether these are the figures that come with the product
/// @param dryRun whether to report what would happen and store nothing
public record ImportRequest(
        String profileName, CalendarProfile profile, List<CalendarFile> files, boolean sample, boolean dryRun) {

    /// The batch, read by the adapter for calendar files.
    ///
    /// @param now actuals of later instants are faulty
    ReportedBatch batch(Instant now) {
        return new ReportedBatch(
                sample ? BatchKind.SAMPLE : BatchKind.CALENDAR,
                profileName,
                files.stream().map(CalendarFile::name).toList(),
                new CalendarReader(profile, files, now),
                dryRun);
    }
}
