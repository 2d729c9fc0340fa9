package org.macroedge.server.releases.importing;

import java.util.List;
import org.macroedge.server.releases.calendar.CalendarFile;
import org.macroedge.server.releases.calendar.CalendarProfile;

/// Files to take in as one batch.
///
/// @param profileName as the batch remembers it
/// @param sample whether these are the figures that came with the product
/// @param dryRun whether to say what would happen and store nothing
public record ImportRequest(
        String profileName, CalendarProfile profile, List<CalendarFile> files, boolean sample, boolean dryRun) {}
