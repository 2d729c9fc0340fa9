package org.macroedge.server.surprises.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How what was expected of a release changed: who said what, from when on.
///
/// @param releasedAt when it was published, or is to be
/// @param actual null before it is published
/// @param points ascending by time, then by source; those of imported histories last
public record ConsensusPath(
        String releaseId, Instant releasedAt, @Nullable BigDecimal actual, List<ConsensusPoint> points) {}
