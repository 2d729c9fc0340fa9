package org.macroedge.server.releases.verdicts;

import java.time.Instant;
import org.macroedge.server.platform.json.Codes;
import org.macroedge.server.releases.StatedVerdict;

/// What was stored of a person's statement.
///
/// @param batch its batch, by which it can be undone
/// @param state what the release is from now on: confirmed, doubtful, cancelled, withdrawn, or open again
public record VerdictResult(
        long batch,
        String releaseId,
        @Codes(StatedVerdict.class) String statement,
        String state,
        String reason,
        String author,
        Instant recordedAt) {}
