package org.macroedge.server.releases.importing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/// What an import did, or with a dry run would do.
///
/// @param batch its number; null for a dry run
public record ImportOutcome(
        @Nullable Long batch, @JsonUnwrapped ImportCounts counts) {}
