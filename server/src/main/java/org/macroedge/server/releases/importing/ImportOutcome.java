package org.macroedge.server.releases.importing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.releases.intake.HourOffsets;
import org.macroedge.server.releases.intake.ImportCounts;

/// What an import did, or with a dry run would do.
///
/// @param batch its number; null for a dry run, and for an import of nothing new
/// @param hourOffsets how far the files' clock times lie from the catalogue's
/// @param quarantine why rows are quarantined, the most frequent first
/// @param findings what looks wrong, or was repaired
public record ImportOutcome(
        @Nullable Long batch,
        @JsonUnwrapped ImportCounts counts,
        HourOffsets hourOffsets,
        List<QuarantineReason> quarantine,
        List<ImportFinding> findings) {

    /// The same with further findings, which come first.
    public ImportOutcome with(List<ImportFinding> further) {
        return new ImportOutcome(
                batch,
                counts,
                hourOffsets,
                quarantine,
                Stream.concat(further.stream(), findings.stream()).toList());
    }
}
