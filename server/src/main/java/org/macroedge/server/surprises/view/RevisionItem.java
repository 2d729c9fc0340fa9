package org.macroedge.server.surprises.view;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.revision.Revision;
import org.macroedge.server.platform.json.Codes;

/// What a later release states for an earlier period.
///
/// @param releaseId of the release that states it
/// @param size value − before
/// @param standardised size / sigma; null without a sigma
public record RevisionItem(
        String releaseId,
        Instant knownAt,
        BigDecimal before,
        BigDecimal value,
        BigDecimal size,
        @Nullable Double sigma,
        int sigmaObservations,
        @Nullable Double standardised,
        boolean provisional,
        boolean large,
        @Codes(Revision.Reason.class) @Nullable String reason) {}
