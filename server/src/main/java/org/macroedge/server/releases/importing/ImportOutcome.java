package org.macroedge.server.releases.importing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.releases.intake.HourOffsets;
import org.macroedge.server.releases.intake.ImportCounts;

/// What an import did, or with a dry run would do.
///
/// @param batch its number; null for a dry run
/// @param hourOffsets how far the files' clock times lie from the catalogue's
public record ImportOutcome(
        @Nullable Long batch, @JsonUnwrapped ImportCounts counts, HourOffsets hourOffsets) {}
