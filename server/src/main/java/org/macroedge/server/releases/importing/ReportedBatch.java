package org.macroedge.server.releases.importing;

import java.util.List;
import org.macroedge.server.releases.intake.ReleaseAdapter;

/// Reported releases to store as one batch, with the batch's provenance.
///
/// @param profile the name that the batch records for how its rows were read
/// @param files the names of what the rows stand in
/// @param dryRun whether to report what would happen and store nothing
public record ReportedBatch(
        BatchKind kind, String profile, List<String> files, ReleaseAdapter adapter, boolean dryRun) {

    public ReportedBatch {
        files = List.copyOf(files);
    }
}
